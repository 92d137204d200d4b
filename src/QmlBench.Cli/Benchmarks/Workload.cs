namespace QmlBench.Cli.Benchmarks;

/// <summary>A workload whose program is made: what is run again and again, and what its last results are held against.</summary>
internal abstract class Workload
{
    /// <summary>Number of qubits.</summary>
    public abstract int Qubits { get; }

    /// <summary>Layers of the circuit; repetitions of a feature map.</summary>
    public abstract int Layers { get; }

    /// <summary>Bytes of one state of the register.</summary>
    public abstract long StateBytes { get; }

    /// <summary>⟨Z₀⟩ of the last run, of W4 its sum over the rows; null where a workload does not ask it.</summary>
    public virtual double? ExpectationZ0 => null;

    /// <summary>Standard error of ⟨Z₀⟩ where it is sampled.</summary>
    public virtual double? StandardErrorZ0 => null;

    /// <summary>Trajectories of a run, of which one is timed; 1 where a run is all there is.</summary>
    public virtual int Trajectories => 1;

    /// <summary>One run, on buffers made beforehand.</summary>
    /// <param name="threads">Threads it may use.</param>
    public abstract void Run(int threads);

    /// <summary>Whether a run is more than a forward run, so that the forward run alone is worth timing.</summary>
    public virtual bool HasForward => false;

    /// <summary>The same program without the backward sweep.</summary>
    /// <param name="threads">Threads it may use.</param>
    public virtual void RunForward(int threads) => Run(threads);

    /// <summary>The results of the last run beside the values they must be; runs the naive reference for up to 7 qubits.</summary>
    public abstract IEnumerable<BenchCheck> Checks();
}
