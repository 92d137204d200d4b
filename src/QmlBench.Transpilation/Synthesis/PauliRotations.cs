using QmlBench.Circuits;
using QmlBench.Transpilation.Flows;

namespace QmlBench.Transpilation.Synthesis;

/// <summary>
/// A unitary, up to a phase, as rotations exp(−iθ/2·P) about Pauli strings after a Clifford unitary: every circuit of steps is one, and
/// what can be taken into the Clifford part is.
/// </summary>
/// <remarks>
/// A block on a pair is at most fifteen rotations (Weyl and Euler angles); a rotation by a multiple of π/2 is Clifford and moves to the
/// front, which changes the strings it passes. Rotations about one string between which all commutes with it are added up (Zhang and Chen,
/// arXiv:1903.12456).
/// </remarks>
internal sealed class PauliRotations
{
    /// <summary>Angles closer to a multiple of π/2 than this are that multiple.</summary>
    private const double Tolerance = 1e-11;

    private readonly List<(PauliRow Axis, Angle Angle)> _rotations = [];
    private readonly PauliRow[] _images;

    private PauliRotations(int wires)
    {
        _images = new PauliRow[2 * wires];
        for (var i = 0; i < _images.Length; i++)
            _images[i] = PauliRow.Single(wires, i / 2, 1 + i % 2);
    }

    /// <summary>In time order, after the Clifford part.</summary>
    public IReadOnlyList<(PauliRow Axis, Angle Angle)> Rotations => _rotations;

    /// <summary>C X_q C† at 2q and C Z_q C† at 2q + 1, C the Clifford part.</summary>
    public IReadOnlyList<PauliRow> Images => _images;

    public int Wires => _images.Length / 2;

    /// <summary>The product of free steps, given in time order.</summary>
    public static PauliRotations Of(int wires, IEnumerable<Step> steps)
    {
        var result = new PauliRotations(wires);
        foreach (var step in steps)
            result.Add(step);
        return result;
    }

    /// <summary>Takes a rotation off the end; it must commute with those after it.</summary>
    public void RemoveAt(int index) => _rotations.RemoveAt(index);

    /// <summary>Lets exp(−iπ/4·A) follow and brings it to the front.</summary>
    public void TurnAbout(PauliRow axis) => TurnAbout(axis, 1, _rotations.Count);

    private void Add(Step step)
    {
        var places = step.Qubits;
        switch (step)
        {
            case LocalStep local:
                AddLocal(places[0], local.Unitary);
                break;
            case TurnStep turn:
                Rotate(places[0], 2, turn.Angle);
                break;
            case PairTurnStep turn:
                Rotate(places[0], places[1], 2, turn.Angle);
                break;
            case PairStep pair:
                AddPair(places[0], places[1], pair.Weyl);
                break;
            default:
                throw new InvalidOperationException($"Bug in QmlBench: a {step.GetType().Name} is no rotation.");
        }
    }

    private void AddPair(int first, int second, WeylDecomposition weyl)
    {
        AddLocal(first, weyl.RightFirst);
        AddLocal(second, weyl.RightSecond);
        Rotate(first, second, 1, -2 * weyl.A);
        Rotate(first, second, 3, -2 * weyl.B);
        Rotate(first, second, 2, -2 * weyl.C);
        AddLocal(first, weyl.LeftFirst);
        AddLocal(second, weyl.LeftSecond);
    }

    private void AddLocal(int wire, in Matrix2 unitary)
    {
        var euler = EulerAngles.Of(unitary);
        Rotate(wire, 2, euler.Lambda);
        Rotate(wire, 3, euler.Theta);
        Rotate(wire, 2, euler.Phi);
    }

    private void Rotate(int wire, int pauli, Angle angle) => Rotate(PauliRow.Single(Wires, wire, pauli), angle);

    private void Rotate(int first, int second, int pauli, Angle angle)
    {
        var axis = PauliRow.Single(Wires, first, pauli);
        axis[second] = pauli;
        Rotate(axis, angle);
    }

    private void Rotate(PauliRow axis, Angle angle)
    {
        if (Quarters(angle) is { } quarters)
            TurnAbout(axis, quarters, _rotations.Count);
        else if (Twin(axis) is var twin && twin >= 0)
            Merge(twin, axis, angle);
        else
            _rotations.Add((axis, angle));
    }

    /// <summary>The last rotation about the same string, if all after it commute with it; else −1.</summary>
    private int Twin(PauliRow axis)
    {
        for (var i = _rotations.Count - 1; i >= 0; i--)
            if (_rotations[i].Axis.HasPaulisOf(axis))
                return i;
            else if (!_rotations[i].Axis.CommutesWith(axis))
                return -1;
        return -1;
    }

    private void Merge(int twin, PauliRow axis, Angle angle)
    {
        var (standing, before) = _rotations[twin];
        var sum = standing.IsNegative == axis.IsNegative ? before + angle : before - angle;
        _rotations[twin] = (standing, sum);
        if (Quarters(sum) is not { } quarters)
            return;
        _rotations.RemoveAt(twin);
        TurnAbout(standing, quarters, twin);
    }

    /// <summary>k where the angle is k·π/2.</summary>
    private static int? Quarters(Angle angle)
    {
        if (!angle.IsConstant)
            return null;
        var quarters = Math.Round(angle.Constant / (Math.PI / 2));
        return Math.Abs(angle.Constant - quarters * (Math.PI / 2)) < Tolerance ? (int)(((long)quarters % 4 + 4) % 4) : null;
    }

    /// <summary>Brings quarter turns that stand after the first rotations to the front.</summary>
    private void TurnAbout(PauliRow axis, int quarters, int rotations)
    {
        for (var k = 0; k < quarters; k++)
        {
            for (var i = 0; i < rotations; i++)
                _rotations[i].Axis.TurnAbout(axis);
            foreach (var image in _images)
                image.TurnAbout(axis);
        }
    }
}
