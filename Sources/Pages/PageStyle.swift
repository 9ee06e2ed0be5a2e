/// How pages look: type of a readable measure, colours by the system, a sheet of paper in print.
enum PageStyle {
  static let sheet = """
    :root{--ground:#fff;--text:#1a1a1a;--second:#4a4a4a;--line:#d8d8d8;--accent:#0072b2;--soft:#f3f6f9;--right:#00734f;--wrong:#a84300;--q0:#8a5f00;--q1:#b84e00;--q2:#00734f}
    @media screen and (prefers-color-scheme:dark){:root{--ground:#14171b;--text:#f2f2f2;--second:#c3c8ce;--line:#3a424b;--accent:#7cc4f2;--soft:#1d232a;--right:#5fd1a8;--wrong:#ffab73;--q0:#e6b04a;--q1:#ff9c5c;--q2:#5fd1a8}}
    *{box-sizing:border-box}html{-webkit-text-size-adjust:100%;scroll-padding-top:1rem}
    body{margin:0;background:var(--ground);color:var(--text);font:1.0625rem/1.6 Charter,"Bitstream Charter","Source Serif 4",Georgia,"DejaVu Serif","Songti SC","Noto Serif CJK SC",SimSun,serif;font-variant-numeric:lining-nums tabular-nums}
    body:has(#en:checked) [lang=zh]:not(label),body:has(#zh:checked) [lang=en]:not(label){display:none}
    body:has(#zh:checked){line-height:1.75}
    main,footer,header{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,36rem) minmax(0,1fr);column-gap:1.25rem;padding:0 1rem}
    main>*,footer>*,header>*{grid-column:2;min-width:0}
    main>figure,main>.t,main>.lab{grid-column:1/-1;justify-self:center;width:min(100%,60rem)}
    main>.t{width:auto;max-width:min(100%,60rem)}header{padding-top:1rem;font-family:var(--sans)}
    :root{--sans:system-ui,"Segoe UI",Roboto,"Helvetica Neue","Noto Sans","DejaVu Sans","PingFang SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif}
    fieldset{border:0;margin:0;padding:0;min-width:0}legend{padding:0}
    header fieldset{display:flex;gap:1rem;justify-content:flex-end;font-size:.875rem}
    header label{display:inline-flex;gap:.35rem;align-items:center;min-height:1.75rem}
    header legend{float:left;color:var(--second)}
    h1,h2,h3{font-family:var(--sans);line-height:1.25;text-wrap:balance}
    h1{font-size:clamp(1.6rem,1.2rem + 2vw,2.25rem);margin:1.5rem 0 .75rem}
    h2{font-size:1.3rem;margin:2.5rem 0 .5rem}h3{font-size:1.0625rem;margin:1.5rem 0 .25rem}
    p{margin:.75rem 0;text-wrap:pretty;overflow-wrap:break-word}
    .scroll{overflow-x:auto;overflow-y:hidden;padding-bottom:.2rem}
    :focus-visible{outline:2px solid var(--accent);outline-offset:2px}math{font-size:1.06em}dl{margin:1rem 0}
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
    tbody tr:nth-child(even){background:var(--soft)}td.gap{text-align:center;color:var(--second)}
    figure{margin:2rem 0}figcaption{max-width:46rem;margin:0 auto .5rem;font-family:var(--sans);text-align:center}
    figcaption h3{margin:0}figcaption p{margin:.25rem 0;font-size:.9rem;color:var(--second)}
    figure svg{display:block;width:100%;min-width:44rem;height:auto;font-family:"DejaVu Sans",Verdana,"PingFang SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif}
    .n{fill:none}svg text{white-space:pre}footer{margin:4rem 0 2rem;font-size:.875rem;color:var(--second)}
    @media (max-width:40rem){dl div{grid-template-columns:1fr}body{font-size:1rem}}
    @media print{@page{margin:18mm}header,.lab{display:none}body{font-size:10pt}main{display:block;padding:0}.t{max-height:none;overflow:visible}.scroll{overflow:visible}figure,tr,dl div,.d p{break-inside:avoid}h2,h3{break-after:avoid}figure svg{min-width:0}thead th{position:static}}
    #lab{border:1px solid var(--line);border-radius:.5rem;padding:0 1.25rem 1.25rem;margin:2rem 0;max-width:46rem;font-family:var(--sans);font-size:.9375rem;line-height:1.5}
    #lab h2{margin:1.25rem 0 .5rem}
    #lab svg{display:block;width:100%;height:auto;min-width:0;touch-action:pan-y;font-size:13px;font-family:var(--sans)}
    #loss:not(.wide){cursor:crosshair}#lab .wide{min-width:42rem}#lab .way{stroke:var(--own);stroke-width:3}
    .flow{max-height:15rem;overflow-y:auto;position:relative}
    .later math:not(:first-child){visibility:hidden}#lab .grid{fill:none;stroke:var(--line)}
    #lab .curve{fill:none;stroke:var(--text);stroke-width:1.5}#lab text{fill:var(--second);paint-order:stroke;stroke:var(--ground);stroke-width:4px}#lab path.way{fill:none}.many{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,19rem),1fr));column-gap:1.5rem}.many .parameter{grid-template-columns:minmax(0,1fr) minmax(0,12rem)}
    #lab .name{fill:var(--text);font-weight:600}#lab .walk,#lab .q{fill:none;stroke-width:2}
    #lab .A{--own:var(--accent)}#lab .B{--own:var(--wrong)}#lab .walk{stroke:var(--own);opacity:.5}
    #lab .dot{fill:var(--own)}#lab .now{fill:var(--ground);stroke:var(--own);stroke-width:3.5}
    #lab .cursor{stroke:var(--second);stroke-dasharray:3 3}
    #lab .q0{--own:var(--q0)}#lab .q1,#lab .q3{--own:var(--q1)}#lab .q2,#lab .q4{--own:var(--q2)}#lab .q5,#lab .q6{--own:var(--accent)}
    #lab path.q{stroke:var(--own)}#lab .q3,#lab .q4{stroke-dasharray:7 4}#lab text.name{fill:var(--own,var(--text))}
    .player,.row{display:flex;flex-wrap:wrap;gap:.5rem .75rem;align-items:center;margin:.75rem 0;font-family:var(--sans);font-size:.9375rem}
    .player input{flex:1 1 10rem;min-width:0}
    .player label:has(input){display:flex;flex:1 1 16rem;gap:.75rem;align-items:center}
    .player output{min-width:5rem;text-align:right;font-variant-numeric:tabular-nums}
    input[type=range]{height:1.75rem;margin:0;accent-color:var(--accent)}
    input[type=checkbox],input[type=radio]{width:1.1rem;height:1.1rem;margin:0 .35rem 0 0;accent-color:var(--accent)}
    button,select,input:not([type=range],[type=radio],[type=checkbox]){font:inherit;color:inherit;background:var(--soft);border:1px solid var(--second);border-radius:.35rem;min-height:2rem;padding:.15rem .7rem}
    button{cursor:pointer}
    button[aria-pressed=true]{background:var(--accent);color:var(--ground);border-color:var(--accent)}
    .row label{display:inline-flex;align-items:center;min-height:1.75rem}
    .parameter{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,16rem);gap:.1rem 1rem;align-items:center;padding:.2rem 0;border-top:1px solid var(--line)}
    .parameter .what{color:var(--second);font-size:.875rem}
    .parameter .what math{color:var(--text);font-size:1.1rem;margin-right:.35rem}
    .parameter>span:not(.what){grid-column:2;display:grid;grid-template-columns:auto 6.5rem minmax(0,1fr);gap:.6rem;align-items:center}
    .parameter b{color:var(--own)}#lab:not(.compares) .parameter .B,#lab:not(.compares) .parameter b{display:none}
    #lab:not(.compares) .parameter .A{grid-template-columns:6.5rem minmax(0,1fr)}
    .parameter input{min-width:0;width:100%}
    [aria-invalid=true]{border-color:var(--wrong)!important;outline:2px solid var(--wrong)}
    .asked{background:var(--soft)}
    #answer{display:inline-flex;gap:.5rem;align-items:center}#answer[hidden]{display:none}
    .right{color:var(--right);font-weight:600}.wrong{color:var(--wrong);font-weight:600}
    [aria-current]{background:color-mix(in srgb,var(--accent) 18%,var(--ground))!important;font-weight:600}
    p[aria-current]{border-radius:.3rem}
    @media (max-width:40rem){.parameter{grid-template-columns:minmax(0,1fr)}.parameter>span:not(.what){grid-column:1}#lab{padding:0 .75rem .75rem}}
    @media print{.player{display:none}}
    """
}
