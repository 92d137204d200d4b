using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace QmlBench.Reporting.Pages;

/// <summary>
/// Grows a page from interpolated strings: what is written in the source is markup, what stands in braces is a value and is escaped.
/// So no value can become markup by being forgotten; only a <see cref="Drawing"/> passes as it stands.
/// </summary>
internal sealed class HtmlMarkup
{
    private readonly StringBuilder _text = new();

    /// <summary>Appends markup with values.</summary>
    /// <param name="markup">An interpolated string.</param>
    public void Add([InterpolatedStringHandlerArgument("")] ref Piece markup)
    {
        _ = markup;   // it has written itself: the compiler appends piece by piece before this is called
        _text.Append('\n');
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    /// <summary>Markup that this room made and that must not be escaped: drawings and the style sheet.</summary>
    /// <param name="Markup">The markup.</param>
    internal readonly record struct Drawing(string Markup);

    /// <summary>What the compiler makes of an interpolated string.</summary>
    [InterpolatedStringHandler]
    internal readonly ref struct Piece
    {
        private readonly StringBuilder _text;

        /// <summary>Called by the compiler.</summary>
        public Piece(int literalLength, int formattedCount, HtmlMarkup page)
        {
            _text = page._text;
            _text.EnsureCapacity(_text.Length + literalLength + 16 * formattedCount);
        }

        /// <summary>Markup.</summary>
        public void AppendLiteral(string markup) => _text.Append(markup);

        /// <summary>A value.</summary>
        public void AppendFormatted(string value) => _text.Append(HtmlText.Escape(value));

        /// <summary>A whole number.</summary>
        public void AppendFormatted(int value) => _text.Append(CultureInfo.InvariantCulture, $"{value}");

        /// <summary>Markup made in this room.</summary>
        public void AppendFormatted(Drawing drawing) => _text.Append(drawing.Markup);
    }
}
