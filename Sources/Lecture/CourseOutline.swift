import Words

extension Outline {
  /// All lessons in the order of the course. They stand here together, as each is built without the others and yet says
  /// which comes next.
  public static let course: [Outline] = [
    Outline(
      "batches", "3.1", Words(en: "Epoch, batch and iteration", zh: "轮、批与迭代"),
      Words(
        en: "What are an epoch, a batch and an iteration?",
        zh: "轮（epoch）、批（batch）、迭代（iteration）是什么？"),
      "epoch iteration mini-batch minibatch sgd stochastic 轮 批次 迭代 随机梯度下降"),
    Outline(
      "backprop", "3.2", Words(en: "Backpropagation", zh: "反向传播"),
      Words(
        en: "How does the error reach each weight, by the chain rule?",
        zh: "误差怎样按链式法则传到每个权重？"),
      "backpropagation bp chain-rule 链式法则 误差反向传播"),
    Outline(
      "ewa", "3.3.1", Words(en: "The exponentially weighted average", zh: "指数加权平均"),
      Words(
        en: "How does an average follow numbers that jump, and why correct its bias?",
        zh: "平均值怎样跟随起伏的数，为什么要做偏差修正？"),
      "average ema moving-average 移动平均 滑动平均"),
    Outline(
      "momentum", "3.3.2", Words(en: "Momentum", zh: "动量法"),
      Words(
        en: "Why keep a part of the last step?",
        zh: "为什么要保留上一步的一部分？"),
      "averaged-momentum 动量"),
    Outline(
      "nesterov", "3.3.2", Words(en: "Nesterov’s momentum", zh: "Nesterov 动量法"),
      Words(
        en: "Why look ahead before stepping?",
        zh: "为什么先往前看，再迈步？"),
      "nag look-ahead-nesterov"),
    Outline(
      "adagrad", "3.3.3", Words(en: "AdaGrad", zh: "AdaGrad"),
      Words(
        en: "Why a rate for each parameter, and why does it run out?",
        zh: "为什么每个参数要有自己的学习率，它又为什么会耗尽？")),
    Outline(
      "rmsprop", "3.3.4", Words(en: "RMSProp", zh: "RMSProp"),
      Words(
        en: "What if the sum of squares forgets?",
        zh: "如果梯度平方和会遗忘，会怎样？")),
    Outline(
      "adam", "3.3.5", Words(en: "Adam", zh: "Adam 自适应矩估计"),
      Words(
        en: "What do mean, square and bias correction do together?",
        zh: "均值、平方与偏差修正合起来做了什么？"),
      "bias-correction moment 偏差修正"),
    Outline(
      "optimizers", "3.3.6", Words(en: "All optimizers compared", zh: "优化方法比较"),
      Words(
        en: "Which optimizer copes with which terrain: ravine, plateau, saddle?",
        zh: "哪种优化方法适合哪种地形：峡谷、平原、鞍点？"),
      "optimizer optimiser optimisers compare terrain ravine plateau saddle 优化器 鞍点"),
    Outline(
      "learning-rate", "4.1", Words(en: "The learning rate", zh: "学习率"),
      Words(
        en: "When does descent creep, swing or diverge?",
        zh: "梯度下降何时太慢、振荡或发散？"),
      "lr rate eta gradient-descent divergence 梯度下降 发散"),
    Outline(
      "schedules", "4.2–4.5", Words(en: "Schedules of the learning rate", zh: "学习率衰减"),
      Words(
        en: "When to lower the learning rate, and how?",
        zh: "学习率何时降、怎样降？"),
      "schedule scheduler step-lr multi-step-lr exponential-lr constant-lr linear-lr polynomial-lr cosine-annealing-lr cosine-annealing-warm-restarts one-cycle-lr decay warmup 预热 余弦退火"
    ),
    Outline(
      "dropout", "5.2", Words(en: "Dropout", zh: "随机失活"),
      Words(
        en: "Why drop neurons, and why scale the rest?",
        zh: "为什么随机失活神经元，其余的又为什么要放大？"),
      "dropout"),
    Outline(
      "batchnorm", "5.3", Words(en: "Batch normalization", zh: "批量归一化"),
      Words(
        en: "What does normalizing each batch change, in training and afterwards?",
        zh: "对每个批次做归一化，训练时和推理时各改变了什么？"),
      "batch-norm batch-normalisation bn normalization normalisation 批归一化 批标准化"),
    Outline(
      "activations", "003 §1", Words(en: "Activation functions", zh: "激活函数"),
      Words(
        en: "What can a network without activations not do, and how does a ReLU die?",
        zh: "没有激活函数的网络做不到什么，ReLU 神经元怎样“死亡”？"),
      "activation relu sigmoid tanh leaky-relu dead-relu 激活"),
    Outline(
      "initialization", "003 §2", Words(en: "Initial weights", zh: "权重初始化"),
      Words(
        en: "How large should the first weights be?",
        zh: "初始权重应该多大？"),
      "initialisation init xavier glorot he kaiming symmetry 初始化"),
    Outline(
      "gradient-check", "003 §5", Words(en: "Gradient check", zh: "梯度检查"),
      Words(
        en: "How does one know that a gradient, a backward pass, has no bug?",
        zh: "怎样知道自己写的梯度（反向传播）没有错？"),
      "grad-check gradcheck numerical-gradient 数值梯度 梯度检验"),
    Outline(
      "scaling", "003 §4", Words(en: "Scaling of features", zh: "特征缩放"),
      Words(
        en: "Why bring inputs to one scale?",
        zh: "为什么要把输入缩放到同一尺度？"),
      "scale standardize standardization normalize min-max feature outlier 标准化 归一化 预处理"),
    Outline(
      "losses", "003 §7", Words(en: "Losses", zh: "损失函数"),
      Words(
        en: "Which loss belongs to which last layer?",
        zh: "哪种损失函数配哪种输出层？"),
      "loss cross-entropy mse hinge huber 交叉熵 损失"),
    Outline(
      "softmax", "000 §5", Words(en: "Softmax regression", zh: "Softmax 回归"),
      Words(
        en: "How does a classifier learn from scores?",
        zh: "分类器怎样从得分中学习？"),
      "classifier logits 分类器 多分类"),
    Outline(
      "penalties", "004 §4", Words(en: "Weight penalties", zh: "权重惩罚"),
      Words(
        en: "What do L1, L2 and the weight decay of AdamW do to weights?",
        zh: "L1、L2 惩罚和 AdamW 的权重衰减对权重做了什么？"),
      "penalty l1 l2 adamw weight-decay lasso ridge 权重衰减 正则项"),
    Outline(
      "regularization", "003 §3", Words(en: "Overfitting and regularization", zh: "过拟合与正则化"),
      Words(
        en: "What is overfitting, poor results on new data, and what helps?",
        zh: "什么是过拟合（新数据上表现差），怎样改善？"),
      "regularisation overfitting underfitting early-stopping augmentation ensemble 过拟合 欠拟合 早停 正则化"),
    Outline(
      "batch-size", "003 §7", Words(en: "The batch size", zh: "批大小"),
      Words(
        en: "What does a larger batch buy?",
        zh: "更大的批换来了什么？"),
      "batchsize noise 批量大小"),
    Outline(
      "search", "000 §1–3", Words(en: "Search for hyperparameters", zh: "超参数搜索"),
      Words(
        en: "How does one find hyperparameters: by grid or at random?",
        zh: "怎样找超参数：网格还是随机？"),
      "hyperparameter hyperparameters grid random-search tuning 超参数 调参 网格搜索"),
    Outline(
      "results", "003 §5", Words(en: "Checking results", zh: "结果检查"),
      Words(
        en: "How good is a classifier really, beyond its accuracy?",
        zh: "除了准确率，怎样看分类器到底好不好？"),
      "result confusion-matrix precision recall f1 accuracy cross-validation metrics 混淆矩阵 精确率 召回率 准确率 交叉验证"
    ),
    Outline(
      "structures", "003 §6–7", Words(en: "Structures of networks", zh: "网络的结构"),
      Words(
        en: "What do convolution, shortcut, gate and bottleneck do?",
        zh: "卷积、残差连接、门控和瓶颈各起什么作用？"),
      "structure convolution cnn rnn lstm resnet autoencoder transfer 卷积 残差 循环 自编码器 迁移学习"),
  ]
}
