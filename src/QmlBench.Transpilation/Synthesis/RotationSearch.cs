using System.Numerics;
using QmlBench.Numerics;

namespace QmlBench.Transpilation.Synthesis;

/// <summary>
/// Beam search for few gates of the CX class that bring each rotation to one wire when its turn comes, and the Clifford part to one-qubit
/// unitaries, and where that is free a permutation of wires.
/// </summary>
/// <remarks>
/// A gate V after U is paid back by V† before the end: V·U has the strings V·P·V†. The last rotation, if it is on one wire, is taken off
/// for nothing; so is any that commutes with all after it. States of one depth have the same number of gates, so the first that is done
/// ends the search. They are ranked by the wires of the rotations left, faded by the layers of anticommuting rotations that they wait for,
/// and by Σ log₂ of the wires under every input and the inputs on every wire; ties in the order in which they are made.
/// (Greedy relatives: Schmitz et al., arXiv:2305.11759; de Brugière and Martiel, arXiv:2404.03280.)
/// </remarks>
internal sealed class RotationSearch
{
    private const int Layers = 12;
    private static readonly int[] _log =
        [.. Enumerable.Range(1, 33).Select(n => (int)Math.Round(1024 * Elementary.Log(n) / Elementary.Log(2)))];

    private readonly WireMetric _metric;
    private readonly SearchWeights _weights;
    private readonly bool _permute;
    private readonly int _wires, _images, _words;
    private readonly uint[] _start;

    /// <summary>Per rotation the later ones it anticommutes with: a bit each.</summary>
    private readonly ulong[][] _waitsFor;
    private readonly int[] _fading = new int[Layers];

    public RotationSearch(PauliRotations program, WireMetric metric, bool permute, SearchWeights weights)
    {
        (_metric, _weights, _permute, _wires, _images) = (metric, weights, permute, program.Wires, 2 * program.Wires);
        _start = [.. program.Images.Select(PackedPauli.Of), .. program.Rotations.Select(r => PackedPauli.Of(r.Axis))];
        var count = program.Rotations.Count;
        _words = (count + 63) / 64;
        _waitsFor = new ulong[count][];
        for (var i = 0; i < count; i++)
        {
            _waitsFor[i] = new ulong[_words];
            for (var j = i + 1; j < count; j++)
                if (PackedPauli.Anticommute(_start[_images + i], _start[_images + j]))
                    _waitsFor[i][j / 64] |= 1UL << j % 64;
        }
        _fading[0] = 1024;
        for (var layer = 1; layer < Layers; layer++)
            _fading[layer] = _fading[layer - 1] * weights.Fade / 1024;
    }

    /// <summary>A program after some gates, without what has been taken off.</summary>
    private sealed record State(uint[] Rows, ulong[] Left, int[] Active, int[] Worth, int Rank, State? Before, QuarterMove Move);

    private readonly record struct Candidate(int Parent, QuarterMove Move, int Rank);

    /// <summary>The gates in the order in which they follow the unitary; null if more than <paramref name="most"/> were needed.</summary>
    public List<QuarterMove>? Run(int most)
    {
        var left = new ulong[_words];
        for (var i = 0; i < _waitsFor.Length; i++)
            left[i / 64] |= 1UL << i % 64;
        List<State> beam = [Settled([.. _start], left, null, default)];
        for (var depth = 0; ; depth++)
        {
            if (beam.Find(s => s.Rank == 0 && s.Active.Length == 0) is { } done)
                return Path(done);
            if (depth >= most || beam.Count == 0)
                return null;
            beam = Next(beam);
        }
    }

    private List<State> Next(List<State> beam)
    {
        var candidates = new List<Candidate>();
        for (var i = 0; i < beam.Count; i++)
            foreach (var (a, b) in _metric.Pairs)
                Expand(beam, i, a, b, candidates);
        var seen = new HashSet<(ulong, ulong)>();
        var next = new List<State>();
        // A stable sort.
        foreach (var candidate in candidates.OrderBy(c => c.Rank))
        {
            if (next.Count == _weights.Width)
                break;
            var parent = beam[candidate.Parent];
            var mask = candidate.Move.Mask;
            var rows = new uint[parent.Rows.Length];
            for (var r = 0; r < rows.Length; r++)
                rows[r] = PackedPauli.Moved(parent.Rows[r], mask);
            if (seen.Add(PackedPauli.Fingerprint(rows, _wires)))
                next.Add(Settled(rows, [.. parent.Left], parent, candidate.Move));
        }
        return [.. next.OrderBy(s => s.Rank)];
    }

    private void Expand(List<State> beam, int index, int a, int b, List<Candidate> candidates)
    {
        var state = beam[index];
        if (_metric.IsComplete && _permute && !Share(state, a, b))
            return;
        for (var p = 1; p < 4; p++)
            for (var q = 1; q < 4; q++)
            {
                QuarterMove move = new(a, p, b, q);
                if (state.Before is null || move != state.Move)
                    candidates.Add(new(index, move, Rank(state.Rows, state.Active, state.Worth, move.Mask)));
            }
    }

    /// <summary>Whether a rotation or the images of an input are on both wires; if not, a gate there only spreads them.</summary>
    private bool Share(State state, int a, int b)
    {
        var both = 1 << a | 1 << b;
        for (var i = 0; i < _images; i += 2)
            if ((PackedPauli.Support(state.Rows[i] | state.Rows[i + 1]) & both) == both)
                return true;
        foreach (var r in state.Active)
            if ((PackedPauli.Support(state.Rows[r]) & both) == both)
                return true;
        return false;
    }

    /// <summary>Takes off what can be, and weighs the rest.</summary>
    private State Settled(uint[] rows, ulong[] left, State? before, QuarterMove move)
    {
        for (var taken = true; taken;)
        {
            taken = false;
            for (var i = _waitsFor.Length - 1; i >= 0; i--)
                if (IsLeft(left, i) && BitOperations.PopCount((uint)PackedPauli.Support(rows[_images + i])) == 1 && !Waits(left, i))
                {
                    left[i / 64] &= ~(1UL << i % 64);
                    rows[_images + i] = 0;
                    taken = true;
                }
        }
        var (active, worth) = Weighed(left);
        return new(rows, left, active, worth, Rank(rows, active, worth, 0), before, move);
    }

    private (int[] Active, int[] Worth) Weighed(ulong[] left)
    {
        List<int> active = [], worth = [];
        var layer = new int[_waitsFor.Length];
        for (var i = layer.Length - 1; i >= 0; i--)
        {
            if (!IsLeft(left, i))
                continue;
            for (var w = 0; w < _words; w++)
                for (var rest = _waitsFor[i][w] & left[w]; rest != 0; rest &= rest - 1)
                    layer[i] = Math.Max(layer[i], 1 + layer[64 * w + BitOperations.TrailingZeroCount(rest)]);
            if (layer[i] >= Layers || _fading[layer[i]] == 0)
                continue;
            active.Add(_images + i);
            worth.Add(_fading[layer[i]]);
        }
        return ([.. active], [.. worth]);
    }

    private int Rank(uint[] rows, int[] active, int[] worth, uint mask)
    {
        var sum = 0;
        for (var k = 0; k < active.Length; k++)
            sum += worth[k] * (1 + _metric.Span(PackedPauli.Support(PackedPauli.Moved(rows[active[k]], mask))));
        return sum + _weights.Clifford * Disorder(rows, mask) / 1024;
    }

    private int Disorder(uint[] rows, uint mask)
    {
        var sum = 0;
        Span<int> inputs = stackalloc int[_wires];
        for (var q = 0; q < _wires; q++)
        {
            var carriers = PackedPauli.Support(PackedPauli.Moved(rows[2 * q], mask) | PackedPauli.Moved(rows[2 * q + 1], mask));
            for (var rest = carriers; rest != 0; rest &= rest - 1)
                inputs[BitOperations.TrailingZeroCount(rest)] |= 1 << q;
            sum += _log[_metric.Span(_permute ? carriers : carriers | 1 << q)];
        }
        for (var w = 0; w < _wires; w++)
            sum += _log[_permute ? BitOperations.PopCount((uint)inputs[w]) - 1 : _metric.Span(inputs[w] | 1 << w)];
        return sum;
    }

    private bool Waits(ulong[] left, int rotation)
    {
        for (var w = 0; w < _words; w++)
            if ((_waitsFor[rotation][w] & left[w]) != 0)
                return true;
        return false;
    }

    private static bool IsLeft(ulong[] left, int rotation) => (left[rotation / 64] >> rotation % 64 & 1) != 0;

    private static List<QuarterMove> Path(State state)
    {
        var path = new List<QuarterMove>();
        for (var at = state; at.Before is { } before; at = before)
            path.Add(at.Move);
        path.Reverse();
        return path;
    }
}
