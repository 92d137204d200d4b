namespace QmlBench.Circuits.Drawing;

/// <summary>How circuits look in SVG: classes of one style sheet, light and dark. A drawing carries it, so it stands alone.</summary>
/// <remarks>Plain properties rather than variables, which many programs that show SVG do not know.</remarks>
public static class SvgStyle
{
    /// <summary>Class of the root element that the rules apply under.</summary>
    public const string Root = "qb";

    /// <summary>The rules.</summary>
    public const string Rules =
        """
        <style>
        .qb .paper{fill:#fff}.qb .ink{fill:#1b1f24}.qb .quiet{fill:#57606a}.qb .line{stroke:#333;fill:none}.qb .solid{fill:#333}
        .qb .box{fill:#eef3fb;stroke:#333}.qb .idle{fill:#f6f8fa;stroke:#8b949e;stroke-dasharray:3 3}.qb .grid{stroke:#e1e5ea}
        .qb .cut{stroke:#888;stroke-dasharray:4 3}.qb .heat{fill:#f0641e}.qb .axis{stroke:#57606a}
        .qb .a{fill:#0072b2}.qb .b{fill:#e08a4a}
        @media (prefers-color-scheme:dark){
        .qb .paper{fill:#101418}.qb .ink{fill:#e6eaee}.qb .quiet{fill:#a3adb8}.qb .line{stroke:#c3cad2}.qb .solid{fill:#c3cad2}
        .qb .box{fill:#1d2733;stroke:#c3cad2}.qb .idle{fill:#151b21;stroke:#7d8792}.qb .grid{stroke:#262d35}
        .qb .cut{stroke:#8b949e}.qb .heat{fill:#d8531a}.qb .axis{stroke:#a3adb8}
        .qb .a{fill:#56b4e9}.qb .b{fill:#c2672a}}
        </style>

        """;

    /// <summary>The root element's opening tag with the rules, a title and the paper.</summary>
    /// <param name="width">Width in pixels.</param>
    /// <param name="height">Height in pixels.</param>
    /// <param name="title">Title for screen readers.</param>
    public static string Open(int width, int height, string title) =>
        $"<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"{Root}\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" "
        + $"height=\"{height}\" role=\"img\" font-family=\"ui-monospace,Menlo,Consolas,monospace\" font-size=\"13\" "
        + $"text-anchor=\"middle\" dominant-baseline=\"central\">\n<title>{System.Net.WebUtility.HtmlEncode(title)}</title>\n{Rules}"
        + $"<rect width=\"{width}\" height=\"{height}\" class=\"paper\"/>\n";
}
