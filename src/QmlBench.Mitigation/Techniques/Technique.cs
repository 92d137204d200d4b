using QmlBench.Emulation.Waist;
using QmlBench.Mitigation.Readout;
using QmlBench.Mitigation.Regression;
using QmlBench.Mitigation.ZeroNoise;

namespace QmlBench.Mitigation.Techniques;

/// <summary>A technique with its options, as read from its text.</summary>
internal abstract record Technique
{
    /// <summary>Name in the catalogue.</summary>
    public abstract string Name { get; }

    /// <summary>The executor with this technique around it.</summary>
    public abstract IExecutor Wrap(IExecutor inner);

    /// <summary>The raw values.</summary>
    public sealed record None : Technique
    {
        public override string Name => "none";

        public override IExecutor Wrap(IExecutor inner) => inner;
    }

    /// <summary>Readout inversion.</summary>
    public sealed record OfReadout(ReadoutOptions Options) : Technique
    {
        public override string Name => "readout";

        public override IExecutor Wrap(IExecutor inner) => new ReadoutExecutor(inner, Options);
    }

    /// <summary>Zero-noise extrapolation.</summary>
    public sealed record OfZeroNoise(ZeroNoiseOptions Options) : Technique
    {
        public override string Name => "zne";

        public override IExecutor Wrap(IExecutor inner) => new ZeroNoiseExecutor(inner, Options);
    }

    /// <summary>Clifford data regression.</summary>
    public sealed record OfRegression(RegressionOptions Options) : Technique
    {
        public override string Name => "cdr";

        public override IExecutor Wrap(IExecutor inner) => new RegressionExecutor(inner, Options);
    }
}
