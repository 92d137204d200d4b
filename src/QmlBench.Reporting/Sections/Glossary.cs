using System.Collections.Immutable;

namespace QmlBench.Reporting.Sections;

/// <summary>The words of a report.</summary>
internal static class Glossary
{
    /// <summary>Word and meaning, in alphabetical order.</summary>
    public static ImmutableArray<Fact> Terms { get; } =
    [
        new("Clifford data regression (cdr)", "Error mitigation that learns: near-Clifford versions of the circuit, whose noise-free "
            + "value is easily computed, are run on the device, and a line fitted through (noisy, exact) corrects the wanted value."),
        new("Data draw", "One sample of training and test data. For generated data a fresh one, for a table another split of the same "
            + "rows. Draws, not test samples, are what the intervals count."),
        new("Data re-uploading", "A quantum classifier: a circuit that feeds the features in several times between trained rotations; "
            + "its answer is an expectation value."),
        new("Decision value", "The number a model turns into a class: class 1 from 0 upwards, class 0 below."),
        new("Device seconds", "Time the circuits and shots would have occupied the emulated device, from its own gate, readout and "
            + "reset times."),
        new("Digest", "SHA-256 over everything computed in the run, to the last bit. The same suite, seed and version give the same "
            + "digest on every machine."),
        new("Equivalent", "A verdict: the whole interval lies within ±ε, so any difference is too small to matter."),
        new("Fidelity", "How much of the wanted state a noisy device prepares: ⟨ψ|ρ|ψ⟩ of its state ρ with the noiseless one |ψ⟩; 1 is "
            + "perfect. Predicted: the product over all errors of the chance that each leaves the state alone."),
        new("Fidelity kernel", "A quantum model: the likeness of two samples is the probability that preparing one and undoing the "
            + "other leads back to the start; a support vector machine works on these likenesses."),
        new("Holm", "A correction for asking several questions at once: each claim gets its own, stricter level α, so that the chance "
            + "of even one false verdict in the suite stays below the nominal level."),
        new("Ideal", "A device without noise: what an error-free quantum computer would give. Its values still come from the shots stated, so they scatter; only the ideal decision that a value error is measured against has neither noise nor shots."),
        new("Interval", "[lower, upper]: a range made by a rule that covers the true mean in the stated share of repetitions (95 % in "
            + "tables; 1 − α for a claim). It is symmetric and may therefore reach a little beyond what a metric can be, such as above 1."),
        new("Margin ε", "The least difference that is worth claiming. A claim is supported only if the whole interval lies above it."),
        new("Nadeau–Bengio", "A longer interval for repeated splits of one table, whose results are not independent because they share "
            + "samples."),
        new("Paired", "Both sides saw the same data in every draw; what is averaged is their difference draw by draw."),
        new("Readout inversion (readout)", "Error mitigation: the measured errors of reading qubits out are undone by inverting their "
            + "matrix."),
        new("Shots", "How often a circuit is run and measured. Fewer shots, more statistical error."),
        new("Two-qubit gates, depth", "Size of the compiled circuit: the gates that cost most on real devices, and the longest chain "
            + "of gates."),
        new("Value error", "Root mean square of (value obtained − value without noise and shots) over the test samples."),
        new("Zero-noise extrapolation (zne)", "Error mitigation: the circuit is run at its own and at raised noise, and the values are "
            + "extrapolated back to zero noise."),
    ];
}
