/// How pages look: type of a readable measure, colours by the system, a sheet of paper in print.
enum PageStyle {
  static let sheet = """
    :root{--ground:#fff;--text:#1a1a1a;--second:#4a4a4a;--line:#d8d8d8;--accent:#0072b2;--soft:#f3f6f9;--right:#00734f;--wrong:#a84300}
    @media screen and (prefers-color-scheme:dark){:root{--ground:#14171b;--text:#f2f2f2;--second:#c3c8ce;--line:#3a424b;--accent:#7cc4f2;--soft:#1d232a;--right:#5fd1a8;--wrong:#ffab73}}
    *{box-sizing:border-box}
    html{-webkit-text-size-adjust:100%;scroll-padding-top:1rem}
    body{margin:0;background:var(--ground);color:var(--text);font:1.0625rem/1.6 Charter,"Bitstream Charter","Source Serif 4",Georgia,"DejaVu Serif","Songti SC","Noto Serif CJK SC",SimSun,serif;font-variant-numeric:lining-nums tabular-nums}
    body:has(#en:checked) [lang=zh]:not(label),body:has(#zh:checked) [lang=en]:not(label){display:none}
    body:has(#zh:checked){line-height:1.75}
    main,footer,header{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,36rem) minmax(0,1fr);column-gap:1.25rem;padding:0 1rem}
    main>*,footer>*,header>*{grid-column:2;min-width:0}
    main>figure,main>.t,main>.lab{grid-column:1/-1;justify-self:center;width:min(100%,60rem)}
    main>.t{width:auto;max-width:min(100%,60rem)}
    header{padding-top:1rem;font-family:var(--sans)}
    :root{--sans:system-ui,"Segoe UI",Roboto,"Helvetica Neue","Noto Sans","DejaVu Sans","PingFang SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif}
    fieldset{border:0;margin:0;padding:0;min-width:0}
    legend{padding:0}
    header fieldset{display:flex;gap:1rem;justify-content:flex-end;font-size:.875rem}
    header label{display:inline-flex;gap:.35rem;align-items:center;min-height:1.75rem}
    header legend{float:left;color:var(--second)}
    h1,h2,h3{font-family:var(--sans);line-height:1.25;text-wrap:balance}
    h1{font-size:clamp(1.6rem,1.2rem + 2vw,2.25rem);margin:1.5rem 0 .75rem}
    h2{font-size:1.3rem;margin:2.5rem 0 .5rem}
    h3{font-size:1.0625rem;margin:1.5rem 0 .25rem}
    p{margin:.75rem 0;text-wrap:pretty;overflow-wrap:break-word}
    .scroll{overflow-x:auto;overflow-y:hidden;padding-bottom:.2rem}
    :focus-visible{outline:2px solid var(--accent);outline-offset:2px}
    math{font-size:1.06em}
    dl{margin:1rem 0}
    dl div{display:grid;grid-template-columns:minmax(13rem,max-content) 1fr;gap:.1rem 1.5rem;align-items:center;padding:.3rem 0;border-top:1px solid var(--line)}
    dd{margin:0;color:var(--second);font-size:.94em}
    .d p{margin:.35rem 0;display:flex;flex-wrap:wrap;gap:.1rem .35rem;align-items:baseline;padding-left:1.5rem}
    .d p>:first-child{margin-left:-1.5rem}
    table{border-collapse:collapse;font-family:var(--sans);font-size:.875rem;line-height:1.4}
    .t{max-height:32rem;overflow-y:auto;margin:1rem 0;border-block:1px solid var(--line)}
    caption,.vh{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
    th,td{padding:.25rem .7rem;text-align:right;white-space:nowrap;vertical-align:baseline}
    th.w,td.w{text-align:left;white-space:normal;min-width:6rem}
    thead th{position:sticky;top:0;background:var(--ground);font-weight:600;box-shadow:inset 0 -1px var(--line)}
    tbody tr:nth-child(even){background:var(--soft)}
    td.gap{text-align:center;color:var(--second)}
    figure{margin:2rem 0}
    figcaption{max-width:46rem;margin:0 auto .5rem;font-family:var(--sans);text-align:center}
    figcaption h3{margin:0}
    figcaption p{margin:.25rem 0;font-size:.9rem;color:var(--second)}
    figure svg{display:block;width:100%;min-width:44rem;height:auto;font-family:"DejaVu Sans",Verdana,"PingFang SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif}
    .n{fill:none}
    svg text{white-space:pre}
    footer{margin:4rem 0 2rem;font-size:.875rem;color:var(--second)}
    @media (max-width:40rem){dl div{grid-template-columns:1fr}body{font-size:1rem}}
    @media print{@page{margin:18mm}header,.lab{display:none}body{font-size:10pt}main{display:block;padding:0}.t{max-height:none;overflow:visible}.scroll{overflow:visible}figure,tr,dl div,.d p{break-inside:avoid}h2,h3{break-after:avoid}figure svg{min-width:0}thead th{position:static}}
    """
}
