namespace QmlBench.Emulation.Noise;

/// <summary>What a gate has of errors that are not depolarizing where they exceed the reported one, which then cannot be met.</summary>
/// <param name="Relaxation">1 − F_avg of relaxation alone, before scaling; 0 where it is switched off.</param>
/// <param name="Coherent">1 − F_avg of the coherent error alone, before scaling; 0 where there is none.</param>
public readonly record struct ReportExcess(double Relaxation, double Coherent);
