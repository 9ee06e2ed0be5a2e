"""Tries a lesson's page in a browser, as its readers do.

    swift run course render --format html --output pages
    pip install selenium axe-playwright-python html5lib
    python3 Tests/PagesTests/browser.py pages/*.html

It needs Chromium and chromedriver. It types, drags, steps, follows a link, prints, switches languages, turns scripts off and
narrows the window; lists what the console says and what axe-core and html5lib object to; and ends with 1 where there is anything.
"""

import base64
import importlib.util
import pathlib
import sys
import warnings

import html5lib
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

warnings.filterwarnings("ignore")
AXE = pathlib.Path(importlib.util.find_spec("axe_playwright_python").origin).parent
AXE = next(AXE.rglob("axe.min.js")).read_text()
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def browser():
    options = webdriver.ChromeOptions()
    for argument in ["--headless=new", "--no-sandbox", "--disable-gpu"]:
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    return webdriver.Chrome(options=options)


def resize(driver, width, height=900):
    driver.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride",
        {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False})


def emulate(driver, **features):
    values = [{"name": name.replace("_", "-"), "value": value} for name, value in features.items()]
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": values})


def axe(driver):
    driver.execute_script(AXE)
    result = driver.execute_async_script(
        "axe.run(document, {runOnly: arguments[0]}).then(arguments[1])", TAGS)
    return [f"axe: {v['id']}: {v['nodes'][0]['html'][:120]} ({v['nodes'][0]['failureSummary'][:200]})"
            for v in result["violations"]]


def value(driver, name):
    return driver.find_element(By.ID, name)


def try_lab(driver, url, faults):
    def expect(condition, what):
        if not condition:
            faults.append(what)

    def numbers():
        return driver.find_element(By.ID, "derivation").text

    slider = value(driver, "step")
    before = numbers()
    slider.send_keys(Keys.ARROW_RIGHT)
    expect(numbers() != before, "an arrow key moves no number")
    expect(driver.find_elements(By.CSS_SELECTOR, "tr[aria-current]"), "no row is current")
    field = value(driver, "A-eta")
    field.clear()
    field.send_keys("0.3")
    expect("0.3" in numbers(), "a typed rate does not arrive")
    field.clear()
    field.send_keys("-1")
    expect(field.get_attribute("aria-invalid") == "true", "a negative rate is accepted")
    row = driver.find_elements(By.CSS_SELECTOR, "table[data-run] tbody tr")[-1].text
    driver.find_element(By.ID, "A-eta-range").send_keys(Keys.END)
    expect(driver.find_elements(By.CSS_SELECTOR, "table[data-run] tbody tr")[-1].text != row,
           "the table does not follow")
    chart = value(driver, "loss")
    start = value(driver, "A-w0").get_attribute("value")
    webdriver.ActionChains(driver).move_to_element_with_offset(chart, 40, 20).click_and_hold() \
        .move_by_offset(30, 0).release().perform()
    expect(value(driver, "A-w0").get_attribute("value") != start, "the start cannot be dragged")
    value(driver, "compare").click()
    expect(driver.find_elements(By.CSS_SELECTOR, "#loss .now.B"), "there is no run B")
    for button in ["next", "back", "play", "play", "copy-latex", "copy-python", "save-figure", "save-trace"]:
        value(driver, button).click()
    said = value(driver, "now").text
    link = driver.current_url
    driver.get("about:blank")
    driver.get(link)
    expect(value(driver, "now").text == said, "the address loses the step")
    expect(driver.find_elements(By.CSS_SELECTOR, "#loss .now.B"), "the address loses run B")
    driver.get("about:blank")
    driver.get(url + "#t=2")
    value(driver, "ask").click()
    value(driver, "typed").send_keys("123456", Keys.ENTER)
    expect("Not yet" in value(driver, "said").text, "a wrong answer is not answered")
    name = value(driver, "asked").get_attribute("value")
    right = driver.execute_script("return runs.A[arguments[0]][2]", name)
    value(driver, "typed").clear()
    value(driver, "typed").send_keys(str(right), Keys.ENTER)
    expect("Right" in value(driver, "said").text, "a right answer is not right")
    faults += axe(driver)


def try_network(driver, faults):
    """Goes through the network and back, and changes a weight."""
    last = int(value(driver, "step").get_attribute("max"))
    for _ in range(last):
        shown = value(driver, "loss").text
        value(driver, "next").click()
        if value(driver, "loss").text == shown and value(driver, "now").text != f"{last} / {last}":
            faults.append("a step through the network shows nothing")
    shown = value(driver, "loss").text
    value(driver, "A-w1").clear()
    value(driver, "A-w1").send_keys("0.9")
    if value(driver, "loss").text == shown:
        faults.append("a typed weight does not arrive")
    for button in ["copy-latex", "copy-python", "save-figure", "save-trace", "reset"]:
        value(driver, button).click()
    faults += axe(driver)


def faults(path):
    found = []
    parser = html5lib.HTMLParser()
    parser.parse(path.read_text())
    found += [f"html: {place} {error}" for place, error, _ in parser.errors[:5]]
    url = path.absolute().as_uri()
    driver = browser()
    try:
        for width in [1200, 768, 320]:
            resize(driver, width)
            for scheme in ["light", "dark"]:
                emulate(driver, prefers_color_scheme=scheme)
                driver.get("about:blank")
                driver.get(url)
                if driver.execute_script("return document.documentElement.scrollWidth") > width:
                    found.append(f"wider than {width}")
                found += axe(driver)
        resize(driver, 1200)
        emulate(driver, prefers_reduced_motion="reduce")
        for language, letters in [("zh", "中文"), ("en", "English")]:
            value(driver, language).click()
            shown = driver.execute_script(
                "return [...document.querySelectorAll('[lang]:not(label):not(html)')].filter(e => getComputedStyle(e).display !== 'none').map(e => e.getAttribute('lang'))")
            if set(shown) - {language}:
                found.append(f"not only {letters} is shown")
            if driver.execute_script("return document.documentElement.lang") != language:
                found.append("the document's language stays")
        if driver.find_elements(By.CSS_SELECTOR, "#loss.wide"):
            try_network(driver, found)
        elif driver.find_elements(By.ID, "lab"):
            try_lab(driver, url, found)
        else:
            for button in driver.find_elements(By.CSS_SELECTOR, ".player button:nth-of-type(2)")[:2]:
                button.click()
                if not driver.find_elements(By.CSS_SELECTOR, "[aria-current]"):
                    found.append("stepping shows nothing")
        pdf = base64.b64decode(driver.execute_cdp_cmd("Page.printToPDF", {})["data"])
        if not pdf.startswith(b"%PDF") or len(pdf) < 10_000:
            found.append("no print")
        found += [f"console: {entry['message']}" for entry in driver.get_log("browser")]
        driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
        driver.get("about:blank")
        driver.get(url)
        value(driver, "zh").click()
        if not any(heading.text for heading in driver.find_elements(By.CSS_SELECTOR, "h1[lang=zh]")):
            found.append("without scripts there is no Chinese")
    finally:
        driver.quit()
    return found


status = 0
for path in map(pathlib.Path, sys.argv[1:]):
    problems = sorted(set(faults(path)))
    print(f"{path.name}: {len(problems)}" + "".join(f"\n  {problem}" for problem in problems), flush=True)
    status |= bool(problems)
sys.exit(status)
