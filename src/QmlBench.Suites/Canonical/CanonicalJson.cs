using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;

namespace QmlBench.Suites.Canonical;

/// <summary>
/// JSON in one spelling: no white space, object keys in ordinal order, numbers shortest-round-trip, so that equal content has
/// equal bytes and one SHA-256.
/// </summary>
public sealed class CanonicalJson
{
    private CanonicalJson(string text) => Text = text;

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>SHA-256 of the UTF-8 text, lower-case hex.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));

    /// <summary>A string.</summary>
    public static implicit operator CanonicalJson(string value) =>
        new('"' + JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(value) + '"');

    /// <summary>An integer.</summary>
    public static implicit operator CanonicalJson(int value) => new(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>An integer.</summary>
    public static implicit operator CanonicalJson(long value) => new(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>An unsigned integer.</summary>
    public static implicit operator CanonicalJson(ulong value) => new(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>A number; infinities and NaN as strings.</summary>
    public static implicit operator CanonicalJson(double value)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        return double.IsFinite(value) ? new CanonicalJson(text) : text;
    }

    /// <summary>An object; the keys are put in ordinal order.</summary>
    public static CanonicalJson Object(params ReadOnlySpan<(string Key, CanonicalJson Value)> members)
    {
        var sorted = members.ToArray();
        System.Array.Sort(sorted, (left, right) => string.CompareOrdinal(left.Key, right.Key));
        return new('{' + string.Join(',', sorted.Select(member => ((CanonicalJson)member.Key).Text + ':' + member.Value.Text)) + '}');
    }

    /// <summary>An array of strings.</summary>
    public static CanonicalJson Array(IEnumerable<string> values) => Array(values.Select(value => (CanonicalJson)value));

    /// <summary>An array of numbers.</summary>
    public static CanonicalJson Array(IEnumerable<double> values) => Array(values.Select(value => (CanonicalJson)value));

    /// <summary>An array.</summary>
    public static CanonicalJson Array(IEnumerable<CanonicalJson> values) =>
        new('[' + string.Join(',', values.Select(value => value.Text)) + ']');

    /// <inheritdoc/>
    public override string ToString() => Text;
}
