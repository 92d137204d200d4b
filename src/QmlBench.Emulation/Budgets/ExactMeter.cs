using System.Collections.Immutable;
using QmlBench.Emulation.Waist;
using QmlBench.Numerics;
using QmlBench.Simulation.Noisy;
using QmlBench.Simulation.Programs;
using QmlBench.Simulation.States;

namespace QmlBench.Emulation.Budgets;

/// <summary>Figures by simulation: the fidelity, if the whole register is simulated, and observables.</summary>
internal sealed class ExactMeter : IBudgetMeter
{
    private const double PureTolerance = 1e-9;
    private readonly BudgetCircuit _circuit;
    private readonly BudgetReading? _reading;
    private readonly double[] _row;
    private readonly bool _withFidelity;
    private readonly CancellationToken _cancel;

    /// <summary>A meter for a circuit.</summary>
    /// <param name="circuit">The circuit, or the part of it that the observables depend on.</param>
    /// <param name="reading">The observables, or null.</param>
    /// <param name="withFidelity">Whether the fidelity is the first figure.</param>
    /// <param name="row">Values of the parameters.</param>
    /// <param name="cancel">Acts between simulations.</param>
    /// <exception cref="ExecutionRefusedException">The fidelity is asked and the ideal final state is mixed.</exception>
    public ExactMeter(
        BudgetCircuit circuit, BudgetReading? reading, bool withFidelity, double[] row, CancellationToken cancel)
    {
        (_circuit, _reading, _withFidelity, _row, _cancel) = (circuit, reading, withFidelity, row, cancel);
        Ideal = DensityProgram.Compile(circuit.With(_ => false)).Run(row);
        if (withFidelity && Math.Abs(Ideal.Purity - 1) > PureTolerance)
        {
            throw new ExecutionRefusedException(
                $"The ideal final state is mixed (purity {Ideal.Purity:0.######}), because something is measured or reset in the middle of the "
                + "circuit; its fidelity is not defined. Diagnose the circuit up to there.");
        }

        var names = (withFidelity ? ["fidelity"] : Array.Empty<string>()).Concat(reading?.Names ?? []);
        var (ideal, noisy) = (With((_, _) => false, _ => false), With((_, _) => true, _ => true));
        Figures = [.. names.Select((name, k) => new BudgetFigure(name, ideal[k], noisy[k], IsEstimate: false))];
    }

    /// <inheritdoc/>
    public ImmutableArray<BudgetFigure> Figures { get; }

    /// <summary>The final state without noise.</summary>
    public DensityState Ideal { get; }

    /// <inheritdoc/>
    public double[] With(Func<string, ImmutableArray<int>, bool> chosen, Func<int, bool> recorded) =>
        Values(_circuit.With(channel => chosen(channel.Source, _circuit.Place(channel))), recorded);

    /// <inheritdoc/>
    public BudgetShares Shares()
    {
        var parts = BudgetParts.Of(_circuit);
        if (parts.Labels.IsEmpty)
        {
            return new(ImmutableDictionary<int, BudgetShare>.Empty, ImmutableDictionary<int, BudgetShare>.Empty);
        }

        var alone = Evaluate(parts.Clean, parts.AddingNoise, _ => false);
        var removed = Evaluate(parts.Noisy, parts.RemovingNoise, _ => true);
        var operations = new Dictionary<int, BudgetShare>();
        var layers = new Dictionary<int, BudgetShare>();
        for (var x = 0; x < parts.Labels.Length; x++)
        {
            (parts.Labels[x].IsLayer ? layers : operations)[parts.Labels[x].Number] = new(alone.Exchanged[x], removed.Exchanged[x]);
        }

        return new(operations, layers);
    }

    private ExchangedValues Evaluate(ImmutableArray<NoisyCircuit> parts, ImmutableArray<PartExchange> exchanges, Func<int, bool> recorded)
    {
        var effects = new List<double[]>();
        if (_withFidelity)
        {
            var dimension = 1 << _circuit.QubitCount;
            effects.Add([.. Ideal.Coefficients.ToArray().Select(coefficient => coefficient / dimension)]);
        }

        foreach (var terms in _reading?.Effects(recorded).Members ?? [])
        {
            var weights = new double[Ideal.Coefficients.Length];
            foreach (var term in terms)
            {
                weights[term.Index] = term.Weight;
            }

            effects.Add(weights);
        }

        return ExchangeProgram.Compile(parts, exchanges).Evaluate(_row, effects, DensityProgram.GradientMemory, _cancel);
    }

    private double[] Values(NoisyCircuit circuit, Func<int, bool> recorded)
    {
        _cancel.ThrowIfCancellationRequested();
        var state = DensityProgram.Compile(circuit).Run(_row);
        var values = new List<double>();
        if (_withFidelity)
        {
            values.Add(state.Overlap(Ideal));
        }

        foreach (var terms in _reading?.Effects(recorded).Members ?? [])
        {
            double[] products = [.. terms.Select(term => term.Weight * state.Coefficients[(int)term.Index])];
            values.Add(LaneSum.Sum(products));
        }

        return [.. values];
    }
}
