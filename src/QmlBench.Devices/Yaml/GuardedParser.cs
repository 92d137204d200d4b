using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace QmlBench.Devices.Yaml;

/// <summary>YamlDotNet's parser, which answers some malformed texts with an exception of the framework instead of its own; here all are
/// its own.</summary>
internal sealed class GuardedParser(string text) : IParser
{
    private readonly Parser inner = new(new StringReader(text));

    /// <inheritdoc/>
    public ParsingEvent? Current => inner.Current;

    /// <inheritdoc/>
    public bool MoveNext()
    {
        try
        {
            return inner.MoveNext();
        }
        catch (Exception fault) when (fault is InvalidOperationException or ArgumentException or IndexOutOfRangeException or FormatException or OverflowException)
        {
            Mark start = inner.Current?.End ?? Mark.Empty;
            throw new YamlException(start, start, "what follows here cannot be understood", fault);
        }
    }
}
