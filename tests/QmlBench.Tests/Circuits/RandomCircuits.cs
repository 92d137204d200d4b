using CsCheck;
using QmlBench.Circuits;
using QmlBench.Circuits.Gates;

namespace QmlBench.Tests.Circuits;

/// <summary>Generators of circuits over the whole catalogue.</summary>
internal static class RandomCircuits
{
    /// <summary>Numbers as circuits have them: any double of ordinary size, multiples of pi, tiny and large ones.</summary>
    public static readonly Gen<double> Numbers = Gen.OneOf(
        Gen.Double[-7, 7],
        Gen.Select(Gen.Int[-40, 40], Gen.Int[1, 16], (k, d) => k * Math.PI / d),
        Gen.Double[-1e-9, 1e-9],
        Gen.Double[-1e12, 1e12],
        Gen.Const(0.0));

    /// <summary>Numbers of ordinary size, for tests that compare values.</summary>
    public static readonly Gen<double> Moderate = Gen.OneOf(
        Gen.Double[-4, 4], Gen.Select(Gen.Int[-20, 20], Gen.Int[1, 8], (k, d) => k * Math.PI / d), Gen.Const(0.0));

    /// <summary>Angles over the given number of parameters: constant, affine, and expressions.</summary>
    public static Gen<Angle> Angles(int parameters, Gen<double> numbers) => parameters == 0
        ? numbers.Select(Angle.Of)
        : Gen.OneOf(numbers.Select(Angle.Of), Affine(parameters, numbers), Trees(parameters, numbers, 3));

    /// <summary>Everything a circuit may hold.</summary>
    public static readonly Gen<Circuit> Any = Make(true, 2, Numbers);

    /// <summary>Gates alone, without parameters.</summary>
    public static readonly Gen<Circuit> Unitary = Make(false, 0, Moderate);

    private static Gen<Angle> Affine(int parameters, Gen<double> numbers) =>
        Gen.Select(numbers, Gen.Select(Gen.Int[0, parameters - 1], numbers).Array[1, 3]).Select((offset, terms) =>
            Angle.Affine(offset, [.. terms.Select(term => new AffineTerm(term.Item1, term.Item2))]));

    private static Gen<Angle> Trees(int parameters, Gen<double> numbers, int depth) => depth == 0
        ? Affine(parameters, numbers)
        : Gen.Select(Trees(parameters, numbers, depth - 1), Trees(parameters, numbers, depth - 1), Gen.Int[0, 8], (left, right, kind) =>
            kind switch
        {
            0 => left + right,
            1 => left - right,
            2 => left * right,
            3 => left / (right * right + 1.0),
            4 => Angle.Power(left, 2.0),
            5 => Angle.Apply(AngleFunction.Sin, left),
            6 => Angle.Apply(AngleFunction.Exp, Angle.Apply(AngleFunction.Cos, left)),
            7 => -left,
            _ => 0.25 * left,
        });

    private static Gen<Circuit> Make(bool everything, int parameters, Gen<double> numbers) =>
        Gen.Select(Gen.Int[5, 6], Step(everything, parameters, numbers).Array[1, 25], Angles(parameters, numbers), (qubits, steps, phase) =>
        {
            CircuitBuilder builder = everything ? new CircuitBuilder(0) : new CircuitBuilder(qubits);
            if (everything)
            {
                builder.AddQubitRegister("a", 2);
                builder.AddQubitRegister("b", qubits - 2);
                builder.AddClbitRegister("c", 3);
                builder.AddClbitRegister("flag", 1);
            }

            for (int i = 0; i < parameters; i++) builder.Parameter($"t{i}");
            foreach (Action<CircuitBuilder> step in steps) step(builder);
            return builder.GlobalPhase(phase).Build();
        });

    private static Gen<Action<CircuitBuilder>> Step(bool everything, int parameters, Gen<double> numbers)
    {
        Gen<Action<CircuitBuilder>> gate = Gen.Select(
            Gen.Int[0, StandardGates.All.Length - 1], Gen.Shuffle(new[] { 0, 1, 2, 3, 4 }), Angles(parameters, numbers).Array[4],
                Gen.Int[0, 30],
            (index, qubits, angles, condition) => (Action<CircuitBuilder>)(builder =>
            {
                Gate chosen = StandardGates.All[index];
                builder.Add(
                    chosen, angles.AsSpan(0, chosen.ParameterCount), qubits.AsSpan(0, chosen.QubitCount), everything
                        ? Conditions(condition) : null);
            }));
        return everything
            ? Gen.OneOf(gate, gate, gate, Gen.Select(Gen.Int[0, 4], Gen.Int[0, 3], Gen.Int[0, 4], Gen.Double[0, 1e-3], Other))
            : gate;
    }

    private static Condition? Conditions(int kind) => kind switch
    {
        0 => Condition.Bit(1),
        1 => new Condition([3], 1, negated: true),
        2 => new Condition([0, 1, 2], 5),
        3 => new Condition([0, 1, 2], 2, negated: true),
        4 => Condition.Bit(0).And(new Condition([3], 0)),
        5 => new Condition([2, 0], 1),
        6 => new Condition([3, 1], 2, negated: true),
        _ => null,
    };

    private static Action<CircuitBuilder> Other(int qubit, int clbit, int kind, double time) => builder => _ = kind switch
    {
        0 => builder.Measure(qubit, clbit),
        1 => builder.Reset(qubit, Condition.Bit(clbit)),
        2 => builder.Barrier(),
        3 => builder.Barrier(qubit, (qubit + 1) % 5),
        _ => builder.Delay(clbit == 0 ? DelayTime.Dt(160) : DelayTime.Seconds(time), qubit),
    };
}
