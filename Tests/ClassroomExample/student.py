"""Adam as a student might write it: prints its trace as CSV, for `course check adam`.

    python3 student.py > student.csv && swift run course check adam student.csv
"""

import math

learning_rate, beta1, beta2, epsilon = 0.01, 0.9, 0.99, 1e-8
w, m, v = 1.0, 0.0, 0.0
print("step,w,m,v,m_hat,v_hat")
for t in range(1, 11):
    g = w  # the gradient of w²/2
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g**2
    m_hat = m / (1 - beta1**t)
    v_hat = v / (1 - beta2**t)
    w -= learning_rate * m_hat / (math.sqrt(v_hat) + epsilon)
    print(f"{t},{w:.6f},{m:.6f},{v:.6f},{m_hat:.6f},{v_hat:.6f}")
