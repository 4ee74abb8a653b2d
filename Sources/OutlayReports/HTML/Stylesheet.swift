/// The one style sheet of a report, for screens light and dark, wide and narrow, and for paper.
enum Stylesheet {
    /// The rules, without the `style` element.
    static let text = """
        :root{--paper:#fff;--ink:#1b1d21;--soft:#5a6068;--rule:#d9dce1;--grid:#e6e8ec;\
        --panel:#f5f6f8;--accent:#0072b2;--good:#00704f;--caution:#8a5a00;--bad:#a63c00}
        @media screen and (prefers-color-scheme:dark){:root{--paper:#15171b;--ink:#e8eaee;\
        --soft:#a3a9b3;--rule:#3a3f47;--grid:#2a2e35;--panel:#1d2026;--accent:#56b4e9;\
        --good:#4fc99f;--caution:#e6b45c;--bad:#ff9a5c}
        .fill-6{fill:#9a9fa8}.line-6{stroke:#9a9fa8}.on-6{fill:#111}\
        .fill-0{fill:#2a8fcb}.line-0{stroke:#2a8fcb}.on-0{fill:#111}}
        *{box-sizing:border-box}
        html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
        body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.55 system-ui,\
        -apple-system,"Segoe UI",Roboto,"Noto Sans","DejaVu Sans",Arial,sans-serif}
        main{max-width:68rem;margin:0 auto;padding:2.5rem 1.5rem 4rem}
        h1{font-size:1.75rem;line-height:1.2;margin:0;text-wrap:balance}
        h2{font-size:1.2rem;line-height:1.35;margin:0;text-wrap:balance}
        p,ul{max-width:44rem;margin:.75rem 0}
        ul{padding-left:1.25rem}li{margin:.3rem 0}
        code{font:.9em ui-monospace,"DejaVu Sans Mono",Consolas,monospace;overflow-wrap:anywhere}
        .subtitle,.question{color:var(--soft);margin:.35rem 0 0;max-width:none}
        .subtitle{font-size:.95rem}
        .summary{margin:1.25rem 0 0;font-size:1.06rem}
        section{margin-top:3rem;scroll-margin-top:1rem}
        .facts{display:grid;grid-template-columns:repeat(var(--columns),1fr);gap:1px;\
        margin:1.25rem 0;background:var(--rule);border:1px solid var(--rule);border-radius:.4rem;\
        overflow:hidden;font-size:1rem}
        .facts div{background:var(--paper);padding:.65rem .85rem}
        dt{color:var(--soft);font-size:.8rem}
        dd{margin:0;overflow-wrap:anywhere;font-weight:600;font-variant-numeric:tabular-nums}
        .callout{max-width:none;margin:.75rem 0;padding:.6rem .9rem;background:var(--panel);\
        border-left:.25rem solid var(--soft);border-radius:0 .3rem .3rem 0;font-size:1rem}
        .callout .label{margin-right:.25rem}
        .of-warning{border-color:var(--caution)}.of-warning .label{color:var(--caution)}
        .of-error{border-color:var(--bad)}.of-error .label{color:var(--bad)}
        figure{margin:1.25rem 0}
        figcaption{color:var(--soft);font-size:.85rem;margin-bottom:.5rem}
        .chart{display:block;width:100%;max-width:54rem;height:auto;font-variant-numeric:tabular-nums}
        .chart.narrow{display:none;max-width:30rem}
        details{margin-top:.5rem}
        summary{color:var(--soft);font-size:.85rem;cursor:pointer}
        .scroll{overflow-x:auto;margin:1rem 0 .5rem;background:\
        linear-gradient(90deg,var(--paper) 50%,transparent) left/3rem 100% no-repeat local,\
        linear-gradient(-90deg,var(--paper) 50%,transparent) right/3rem 100% no-repeat local,\
        linear-gradient(90deg,var(--rule),transparent) left/.6rem 100% no-repeat,\
        linear-gradient(-90deg,var(--rule),transparent) right/.6rem 100% no-repeat}
        .scroll:focus-visible,summary:focus-visible{outline:2px solid var(--accent);\
        outline-offset:2px}
        table{border-collapse:collapse;min-width:100%;font-size:.875rem;line-height:1.4;\
        font-variant-numeric:tabular-nums}
        caption{text-align:left;color:var(--soft);font-size:.85rem;padding-bottom:.4rem}
        caption span{display:inline-block;position:sticky;left:0;max-width:calc(100vw - 2rem)}
        th,td{text-align:left;vertical-align:baseline;padding:.45rem .6rem;\
        border-bottom:1px solid var(--rule)}
        th:first-child,td:first-child{padding-left:0}
        tbody th:not(.end){min-width:8rem}
        th:last-child,td:last-child{padding-right:0}
        thead th,thead td{border-bottom:2px solid var(--ink);vertical-align:bottom}
        tbody th{font-weight:400}
        td.end{white-space:nowrap}.end{text-align:right}.center{text-align:center}\
        td.short,time{white-space:nowrap}.long{overflow-wrap:anywhere}
        .total th,.total td,td.strong,th.strong{font-weight:650}
        .total th,.total td{border-top:1px solid var(--ink)}
        .muted,.quiet{color:var(--soft)}.good{color:var(--good)}
        .bad{color:var(--bad);font-weight:650}
        .group th{font-weight:650;padding-top:1rem}
        .remark{color:var(--soft);font-size:.8rem;margin:.25rem 0}
        footer{margin-top:3.5rem;padding-top:1rem;border-top:1px solid var(--rule);\
        color:var(--soft);font-size:.8rem;overflow-wrap:anywhere}
        footer p{margin:.25rem 0}
        .ink{fill:var(--ink)}.soft{fill:var(--soft)}.grid{stroke:var(--grid)}
        .axis{stroke:var(--soft)}.paper{fill:var(--paper)}.gap{stroke:var(--paper)}
        .halo{stroke:var(--paper)}.mark{stroke:var(--ink)}
        @media screen and (max-width:600px){main{padding:1.5rem 1rem 3rem}\
        h1{font-size:1.45rem}h2{font-size:1.1rem}section{margin-top:2.25rem}\
        .chart.wide{display:none}.chart.narrow{display:block}\
        .facts{--columns:2!important}\
        .facts div:last-child:nth-child(odd){grid-column:span 2}}
        @page{size:A4;margin:18mm 16mm 20mm;\
        @bottom-right{content:counter(page) " / " counter(pages);font:8pt sans-serif}}
        @page wide{size:A4 landscape}
        @media print{body{font-size:10pt}main{max-width:none;padding:0}\
        h2,.question,figcaption,caption{break-after:avoid}\
        table,tr,.facts,.callout,.chart,li{break-inside:avoid}\
        .scroll{overflow:visible;background:none}section{margin-top:9mm}\
        table{font-size:8.5pt}th,td{padding:.25rem .3rem;min-width:0!important}section:has(.wide){page:wide}\
        .small{font-size:6.5pt}.wide{font-size:7pt}.tiny{font-size:5pt}.remark{break-before:avoid}\
        thead{display:table-header-group}summary{list-style:none}\
        details::details-content{content-visibility:visible;block-size:auto}}
        """
}
