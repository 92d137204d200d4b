namespace QmlBench.Circuits.Drawing;

/// <summary>Where moments are drawn. True to scale up to the final measurements; those may be cut short.</summary>
internal sealed class TimeScale
{
    // A shortest pulse has room for the name of its gate; a circuit of a few pulses is not blown up.
    private const double ShortestPulse = 26.0, WidestPulse = 64.0, LongestMeasurement = 72.0, TickRoom = 84.0;

    // A wait that is a thousand times longer than a pulse is not drawn over a hundred rows.
    private const double MostRowsOfOne = 3.0;
    private readonly double _perSecond;
    private readonly double _gatesEnd;

    internal TimeScale(TimedCircuit timed, double room)
    {
        _gatesEnd = timed.GatesEndSeconds;
        double shortest = Shortest(timed), measured = timed.EndSeconds - timed.GatesEndSeconds;
        double least = ShortestPulse / shortest;
        double filling = measured > 0.0 ? (room - LongestMeasurement) / Math.Max(_gatesEnd, shortest) : room / _gatesEnd;
        _perSecond = Math.Min(Math.Min(Math.Max(least, filling), WidestPulse / shortest), MostRowsOfOne * room / Longest(timed, shortest));
        IsCut = measured * _perSecond > LongestMeasurement;
        Length = Left(timed.EndSeconds);
    }

    /// <summary>True if the final measurements are drawn shorter than they last.</summary>
    internal bool IsCut { get; }

    /// <summary>Pixels of the whole axis.</summary>
    internal double Length { get; }

    /// <summary>Pixels from the start of the axis to a moment.</summary>
    internal double Left(double seconds)
    {
        double beyond = seconds - _gatesEnd;
        if (beyond <= 0.0 || !IsCut) return seconds * _perSecond;
        return (_gatesEnd * _perSecond) + Math.Min(beyond * _perSecond, LongestMeasurement);
    }

    /// <summary>Seconds between ticks: 1, 2 or 5 times a power of ten.</summary>
    internal double TickSeconds()
    {
        double least = TickRoom / _perSecond, step = 1e-12;
        while (true)
        {
            foreach (int factor in (ReadOnlySpan<int>)[1, 2, 5])
                if (factor * step >= least) return factor * step;
            step *= 10.0;
        }
    }

    /// <summary>The last moment that is true to scale.</summary>
    internal double TrueUntil(TimedCircuit timed) => IsCut ? timed.GatesEndSeconds : timed.EndSeconds;

    private static double Longest(TimedCircuit timed, double shortest)
    {
        double longest = shortest;
        for (int i = 0; i < timed.Circuit.Count; i++)
            if (timed.Circuit[i].Kind == OperationKind.Delay)
                longest = Math.Max(longest, timed.DurationSeconds[i]);
        return longest;
    }

    private static double Shortest(TimedCircuit timed)
    {
        double shortest = double.PositiveInfinity;
        for (int i = 0; i < timed.Circuit.Count; i++)
            if (timed.Circuit[i].Kind == OperationKind.Gate && timed.DurationSeconds[i] > 0.0)
                shortest = Math.Min(shortest, timed.DurationSeconds[i]);
        return double.IsPositiveInfinity(shortest) ? timed.EndSeconds : shortest;
    }
}
