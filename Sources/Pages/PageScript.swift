/// What pages do where scripts run.
enum PageScript {
  /// What all pages have.
  static let common = #"""
    const $ = (id) => document.getElementById(id);
    const say = (words) => ($("zh").checked ? words.zh : words.en);
    const both = (words) => `<span lang="en">${words.en}</span><span lang="zh">${words.zh}</span>`;
    const calm = matchMedia("(prefers-reduced-motion: reduce)");

    /// A number as the article writes it: six digits, and a power of ten where there would be many zeros.
    const written = (x) => {
      if (!Number.isFinite(x)) return Number.isNaN(x) ? "NaN" : x < 0 ? "−∞" : "∞";
      if (x === 0) return "0";
      const size = Math.abs(x), sign = x < 0 ? "−" : "";
      const [digits, power] = size.toExponential(5).split("e");
      const short = (text) => (text.includes(".") ? text.replace(/\.?0+$/, "") : text);
      if (power >= -4 && power < 6) return sign + short(size.toFixed(Math.max(0, 5 - power)));
      return `${sign}${short(digits)}e${power < 0 ? "−" : ""}${Math.abs(power)}`;
    };
    /// The same as MathML, in parentheses where it needs them: behind a sign (1) if it is negative, as the base of a power (2) if it has one.
    const mathML = (x, operand = 0) => {
      const [digits, power] = written(Math.abs(x)).split("e");
      const exponent = power && `<msup><mn>10</mn><mrow>${power.startsWith("−") ? "<mo>−</mo>" : ""}<mn>${power.replace("−", "")}</mn></mrow></msup>`;
      const size = !power ? `<mn>${digits}</mn>` : digits === "1" ? exponent : `<mn>${digits}</mn><mo>·</mo>${exponent}`;
      const number = x < 0 ? `<mo form="prefix">−</mo>${size}` : size;
      return (operand > 0 && x < 0) || (operand > 1 && power) ? `<mo stretchy="false">(</mo>${number}<mo stretchy="false">)</mo>` : number;
    };

    const languages = () => {
      document.documentElement.lang = $("zh").checked ? "zh" : "en";
    };

    /// Calls back at a pace, until it is stopped or there is no more.
    const player = (button, step) => {
      let timer = 0;
      const show = () => {
        button.setAttribute("aria-pressed", String(timer !== 0));
      };
      const stop = () => {
        clearInterval(timer);
        timer = 0;
        show();
      };
      button.addEventListener("click", () => {
        if (timer) return stop();
        timer = setInterval(() => step() || stop(), calm.matches ? 1500 : 400);
        show();
      });
      return stop;
    };

    const highlight = (row) => {
      const table = row.closest("table"), frame = row.closest(".scroll");
      table.querySelectorAll("[aria-current]").forEach((other) => other.removeAttribute("aria-current"));
      row.setAttribute("aria-current", "step");
      frame.scrollTop = row.offsetTop - frame.clientHeight / 2;
    };

    const download = (name, type, text) => {
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([text], { type }));
      link.download = name;
      link.click();
      URL.revokeObjectURL(link.href);
    };

    const copy = async (text) => {
      try {
        await navigator.clipboard.writeText(text);
      } catch {
        const area = Object.assign(document.createElement("textarea"), { value: text });
        document.body.append(area);
        area.select();
        document.execCommand("copy");
        area.remove();
      }
      $("said").innerHTML = both({ en: "Copied.", zh: "已复制。" });
    };
    """#
}
