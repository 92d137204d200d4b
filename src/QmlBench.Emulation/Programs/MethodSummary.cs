using System.Collections.Immutable;
using System.Globalization;
using QmlBench.Emulation.Waist;

namespace QmlBench.Emulation.Programs;

/// <summary>Puts into words how the parts of a program are simulated, and why.</summary>
internal static class MethodSummary
{
    /// <summary>The method of a program, before it runs.</summary>
    /// <param name="parts">Its parts; none where nothing is asked.</param>
    /// <param name="active">Qubits the circuit touches or that are asked about.</param>
    /// <param name="request">What is asked.</param>
    public static Method Of(ImmutableArray<Part> parts, int active, Request request)
    {
        if (parts.IsEmpty)
        {
            return new(request.Limits.Method ?? MethodKind.StateVector, "nothing is asked that would be simulated", 0, active);
        }

        var kind = parts.Max(part => part.Kind);
        var largest = parts.Where(part => part.Kind == kind).MaxBy(part => MethodChoice.Bytes(MethodKind.Exact, part.Demand))!.Demand;
        var why = $"{Reason(kind, parts, largest, request)}{Cone(parts, active)}";
        return new(kind, why, (long)parts.Max(part => part.Bytes), active)
        {
            ConeQubits = parts.Max(part => part.Circuit.QubitCount),
            Parts = parts.Length,
        };
    }

    private static string Reason(MethodKind kind, ImmutableArray<Part> parts, Demand largest, Request request) => kind switch
    {
        _ when request.Limits.Method == kind => "asked for",
        MethodKind.StateVector => "no noise before the readout",
        MethodKind.Exact => "noise or measurements in the middle, and the register fits",
        _ when MethodChoice.Fits(MethodKind.Exact, largest, request.Limits) =>
            $"the precision asked takes less work by trajectories than a density matrix of {largest.Qubits} qubits",
        _ => Beyond(parts, largest, request.Limits),
    };

    private static string Beyond(ImmutableArray<Part> parts, Demand largest, Limits limits)
    {
        var exact = parts.Count(part => part.IsExact);
        var some = exact == 0 ? string.Empty : $"; {exact} of {parts.Length} parts are exact";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"noise, and a density matrix of {largest.Qubits} qubits "
                + $"({MethodChoice.Bytes(MethodKind.Exact, largest):G4} bytes{Branches(largest)}) exceeds the "
                + $"limits of {MethodChoice.MostQubits(MethodKind.Exact, limits)} qubits and {(double)limits.MemoryBytes:G4} bytes{some}");
    }

    private static string Branches(Demand demand) => demand.Branches > 1
        ? string.Create(CultureInfo.InvariantCulture, $" in {demand.Branches:N0} branches over recorded bits")
        : string.Empty;

    private static string Cone(ImmutableArray<Part> parts, int active)
    {
        int[] sizes = [.. parts.Select(part => part.Circuit.QubitCount)];
        if (sizes.All(size => size == active))
        {
            return string.Empty;
        }

        return sizes.Length == 1
            ? $"; light cone of {sizes[0]} of {active} qubits"
            : $"; {sizes.Length} light cones of at most {sizes.Max()} of {active} qubits";
    }
}
