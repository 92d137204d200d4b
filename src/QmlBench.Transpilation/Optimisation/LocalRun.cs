using QmlBench.Circuits;
using QmlBench.Numerics;
using QmlBench.Transpilation.Flows;
using QmlBench.Transpilation.Synthesis;

namespace QmlBench.Transpilation.Optimisation;

/// <summary>A run of one-qubit steps on one wire, kept in the form number, turn, number, turn, …, number.</summary>
/// <remarks>
/// Numbers multiply. Turns add where only a diagonal stands between them; past an antidiagonal a turn changes sign:
/// rz(θ₂)·A·rz(θ₁) = rz(θ₂ − θ₁)·A. So no symbol is lost and no pulse between symbols is more than it must be.
/// </remarks>
internal sealed class LocalRun
{
    private const double ShapeTolerance = 1e-12;

    /// <summary>Numbers[i] acts before Turns[i]; there is one number more than there are turns.</summary>
    private readonly List<Matrix2> _numbers = [Matrix2.Identity];
    private readonly List<Angle> _turns = [];

    public bool IsEmpty => _turns.Count == 0 && _numbers[0] == Matrix2.Identity;

    public IReadOnlyList<Matrix2> Numbers => _numbers;

    public IReadOnlyList<Angle> Turns => _turns;

    /// <summary>Whether the run is a single matrix.</summary>
    public bool IsNumber => _turns.Count == 0;

    public void Append(in Matrix2 unitary) => _numbers[^1] = unitary * _numbers[^1];

    public void Append(Angle turn)
    {
        if (turn.IsConstant)
        {
            Append(Matrix2.RZ(turn.Constant));
            return;
        }
        var between = _numbers[^1];
        if (_turns.Count > 0 && between.IsDiagonal(ShapeTolerance))
            Replace(between, turn + _turns[^1]);
        else if (_turns.Count > 0 && between.IsAntidiagonal(ShapeTolerance))
            Replace(between, turn - _turns[^1]);
        else
        {
            _turns.Add(turn);
            _numbers.Add(Matrix2.Identity);
        }
    }

    /// <summary>The last turn and the number after it become that number and then the merged turn.</summary>
    private void Replace(in Matrix2 between, Angle merged)
    {
        _turns.RemoveAt(_turns.Count - 1);
        _numbers.RemoveAt(_numbers.Count - 1);
        Append(between);
        Append(merged);
    }

    /// <summary>The run as steps on a wire; identities up to a phase vanish into <paramref name="phase"/>.</summary>
    public IEnumerable<Step> Steps(int qubit, Action<double> phase)
    {
        for (var i = 0; i < _numbers.Count; i++)
        {
            var number = _numbers[i];
            if (number.IsIdentityUpToPhase(ShapeTolerance))
                phase(Elementary.Atan2(number.M00.Imaginary, number.M00.Real));
            else
                yield return new LocalStep([qubit], number);
            if (i < _turns.Count)
                yield return new TurnStep([qubit], _turns[i]);
        }
    }

    public void Clear()
    {
        _turns.Clear();
        _numbers.Clear();
        _numbers.Add(Matrix2.Identity);
    }
}
