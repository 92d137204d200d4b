using System.Numerics;
using QmlBench.Circuits;
using QmlBench.Transpilation.Flows;

namespace QmlBench.Transpilation.Synthesis;

/// <summary>Writes rotations after a Clifford unitary as steps on one and two wires, by the gates that a search found.</summary>
internal sealed class RotationForm
{
    private static readonly Matrix2[] _pauli = [Matrix2.Identity, Matrix2.X, Matrix2.Z, Matrix2.Y];
    private static readonly Matrix2 _yFromZ = Matrix2.S * Matrix2.H;

    private static readonly Matrix2[] _cliffords =
    [
        .. from turn in (Matrix2[])
            [Matrix2.Identity, Matrix2.H, Matrix2.S, Matrix2.H * Matrix2.S, Matrix2.S * Matrix2.H, Matrix2.H * Matrix2.S * Matrix2.H]
           from pauli in (Matrix2[])[Matrix2.Identity, Matrix2.X, Matrix2.Y, Matrix2.Z]
           select turn * pauli
    ];

    private readonly PauliRotations _program;

    /// <summary>The last step first.</summary>
    private readonly List<Step> _steps = [];

    private RotationForm(PauliRotations program) => _program = program;

    /// <summary>The steps, in time order and up to a phase, on wires by their places. Uses the program up.</summary>
    public static List<Step> Of(PauliRotations program, List<QuarterMove> moves)
    {
        var form = new RotationForm(program);
        form.TakeOff();
        foreach (var move in moves)
        {
            form.Undo(move);
            form.TakeOff();
        }
        if (program.Rotations.Count > 0)
            throw new InvalidOperationException("Bug in QmlBench: gates of a search that leave a rotation.");
        form.Finish();
        form._steps.Reverse();
        return form._steps;
    }

    /// <summary>V·U is what stays, so V† comes after it.</summary>
    private void Undo(QuarterMove move)
    {
        var axis = PauliRow.Single(_program.Wires, move.A, move.P);
        axis[move.B] = move.Q;
        _program.TurnAbout(axis);
        var product = Matrix4.Kron(_pauli[move.P], _pauli[move.Q]);
        var half = Math.Sqrt(0.5);
        _steps.Add(new PairStep([move.A, move.B], Matrix4.Of((r, c) => half * ((r == c ? 1 : 0) + Complex.ImaginaryOne * product[r, c]))));
    }

    /// <summary>Takes off the rotations on one wire that commute with all after them.</summary>
    private void TakeOff()
    {
        for (var i = _program.Rotations.Count - 1; i >= 0; i--)
        {
            var (axis, angle) = _program.Rotations[i];
            if (Wire(axis) is not { } wire || !CommutesWithLater(axis, i))
                continue;
            _steps.AddRange(Rotation(wire, axis[wire], axis.IsNegative ? -angle : angle).Reverse());
            _program.RemoveAt(i);
            i = _program.Rotations.Count;
        }
    }

    private bool CommutesWithLater(PauliRow axis, int index)
    {
        for (var j = index + 1; j < _program.Rotations.Count; j++)
            if (!_program.Rotations[j].Axis.CommutesWith(axis))
                return false;
        return true;
    }

    /// <summary>The only wire of a string; null if it has several.</summary>
    private static int? Wire(PauliRow axis)
    {
        int? wire = null;
        for (var q = 0; q < axis.Qubits; q++)
            if (axis[q] != 0)
                wire = wire is null ? q : -1;
        return wire < 0 ? null : wire;
    }

    private static IEnumerable<Step> Rotation(int wire, int pauli, Angle angle)
    {
        if (angle.IsConstant)
            return [new LocalStep([wire], pauli switch
            {
                1 => Matrix2.RX(angle.Constant), 2 => Matrix2.RZ(angle.Constant), _ => Matrix2.RY(angle.Constant)
            })];
        var frame = pauli switch { 1 => Matrix2.H, 2 => Matrix2.Identity, _ => _yFromZ };
        return [new LocalStep([wire], frame.Adjoint), new TurnStep([wire], angle), new LocalStep([wire], frame)];
    }

    /// <summary>What is left: a permutation of wires, then one-qubit unitaries.</summary>
    private void Finish()
    {
        var place = new int[_program.Wires];
        for (var q = 0; q < place.Length; q++)
        {
            PauliRow x = _program.Images[2 * q], z = _program.Images[2 * q + 1];
            place[q] = Wire(x) ?? throw new InvalidOperationException("Bug in QmlBench: gates of a search that leave a Clifford unitary.");
            _steps.Add(new LocalStep([place[q]], Local(x[place[q]], x.IsNegative, z[place[q]], z.IsNegative)));
        }
        var swaps = new List<Step>();
        for (var q = 0; q < place.Length; q++)
            while (place[q] != q)
            {
                // What is on wire q belongs on wire p.
                var p = place[q];
                swaps.Add(new PairStep([q, p], Matrix4.Swap));
                (place[q], place[p]) = (place[p], p);
            }
        swaps.Reverse();
        _steps.AddRange(swaps);
    }

    private static Matrix2 Local(int ofX, bool minusX, int ofZ, bool minusZ)
    {
        foreach (var candidate in _cliffords)
            if (Is(candidate * Matrix2.X * candidate.Adjoint, ofX, minusX) && Is(candidate * Matrix2.Z * candidate.Adjoint, ofZ, minusZ))
                return candidate;
        throw new InvalidOperationException("Bug in QmlBench: images of X and Z that no one-qubit Clifford unitary has.");
    }

    private static bool Is(in Matrix2 m, int pauli, bool minus)
    {
        var wanted = _pauli[pauli];
        var sign = minus ? -1.0 : 1.0;
        return Matrix2.SquaredAbs(m.M00 - sign * wanted.M00) + Matrix2.SquaredAbs(m.M01 - sign * wanted.M01) < 1e-12;
    }
}
