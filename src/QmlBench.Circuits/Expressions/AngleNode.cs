namespace QmlBench.Circuits.Expressions;

/// <summary>A node of an angle that is not affine. Immutable; children are angles, so the leaves are affine.</summary>
internal abstract class AngleNode : IEquatable<AngleNode>
{
    /// <summary>Deepest expression allowed: evaluation recurses, and a thread may have a stack of one megabyte.</summary>
    internal const int MaxDepth = 1000;

    /// <summary>Largest expression allowed, shared parts counted each time: evaluation visits them each time.</summary>
    internal const int MaxNodes = 100_000;

    protected AngleNode(int depth, long nodeCount)
    {
        if (depth > MaxDepth || nodeCount > MaxNodes)
            throw new ArgumentException(
                $"An angle expression may be {MaxDepth} levels deep and hold {MaxNodes} nodes; this one is {depth} deep with {nodeCount}.");
        Depth = depth;
        NodeCount = (int)nodeCount;
    }

    internal int Depth { get; }

    internal int NodeCount { get; }

    internal abstract int HighestParameter { get; }

    public abstract bool Equals(AngleNode? other);

    public sealed override bool Equals(object? obj) => Equals(obj as AngleNode);

    public abstract override int GetHashCode();

    internal abstract double Evaluate(ReadOnlySpan<double> values);

    internal abstract void AddGradient(ReadOnlySpan<double> values, double weight, Span<double> gradient);

    internal abstract bool DependsOn(int parameter);

    internal abstract Angle Remap(ReadOnlySpan<int> newIndexOfOld);

    internal abstract Angle Substitute(ReadOnlySpan<Angle> replacements);
}
