/// What a page does whose lesson is not calculated anew.
extension PageScript {
  /// Readers step through the numbers that the article has.
  static let recorded = #"""
    /// A player over elements of the article, one of which is current.
    const walkThrough = (items, place, show) => {
      const bar = document.createElement("div");
      bar.className = "player";
      bar.innerHTML = `<label>${both({ en: "Step through", zh: "逐步查看" })} <input type="range" min="0" max="${items.length}" value="0"></label><output>0 / ${items.length}</output>`
        + `<button type="button">${both({ en: "Back", zh: "后退" })}</button><button type="button">${both({ en: "Next", zh: "前进" })}</button><button type="button">${both({ en: "Play", zh: "播放" })}</button>`;
      place.before(bar);
      const slider = bar.querySelector("input"), [back, next, play] = bar.querySelectorAll("button");
      const go = (index) => {
        slider.value = index;
        bar.querySelector("output").textContent = `${slider.value} / ${items.length}`;
        items.forEach((item) => item.removeAttribute("aria-current"));
        const item = items[slider.value - 1];
        if (item) show(item);
      };
      const stop = player(play, () => {
        if (Number(slider.value) >= items.length) return false;
        go(Number(slider.value) + 1);
        return true;
      });
      slider.addEventListener("input", () => { stop(); go(Number(slider.value)); });
      back.addEventListener("click", () => { stop(); go(Number(slider.value) - 1); });
      next.addEventListener("click", () => { stop(); go(Number(slider.value) + 1); });
    };

    let group = [];
    const endGroup = () => {
      const lines = group.flatMap((block) => [...block.querySelectorAll("p")]);
      if (lines.length > 2) walkThrough(lines, group[0].previousElementSibling, (line) => line.setAttribute("aria-current", "step"));
      group = [];
    };
    for (const block of [...document.querySelector("main").children]) {
      if (block.matches(".d")) group.push(block);
      else if (!block.matches("h3")) endGroup();
      const rows = block.matches(".t") ? [...block.querySelectorAll("tbody tr")].filter((row) => row.cells.length > 1) : [];
      if (rows.length > 3) walkThrough(rows, block, highlight);
    }
    endGroup();
    for (const id of ["en", "zh"]) $(id).addEventListener("change", languages);
    languages();
    """#
}
