using QmlBench.Numerics.Algebra;

namespace QmlBench.Devices.Noise;

/// <summary>The part of a device's canonical form about noise beyond the figures of qubits and gates.</summary>
/// <remarks>Lists are written with their lengths, alternatives with their keyword: two devices have equal forms only if they are
/// equal.</remarks>
internal sealed class CanonicalNoise(Action<int> whole, Action<double?> number, Action<string?> text)
{
    /// <summary>Writes everything, in this order.</summary>
    public void Write(Device device)
    {
        List(device.Qubits, qubit => number(qubit.Temperature));
        NoiseFigures noise = device.Noise;
        List(noise.With, text);
        whole(noise.CoherenceLimit is { } policy ? (int)policy : -1);
        number(noise.Temperature);
        whole(noise.Crosstalk is null ? 0 : 1);
        if (noise.Crosstalk is { } crosstalk)
            Write(crosstalk);
        List(noise.Coherent, gate => Gate(gate.Gate, gate.Sites, entry => entry.Site, entry => Write(entry.Error)));
        List(noise.Spectators, gate => Gate(gate.Gate, gate.Sites, entry => entry.Site, entry => List(entry.Errors, Write)));
        List(noise.ReadoutGroups, Write);
        whole(noise.Explicit is null ? 0 : 1);
        if (noise.Explicit is { } recipes)
            Write(recipes);
    }

    private void Write(Crosstalk crosstalk)
    {
        List(crosstalk.StaticZz, pair =>
        {
            whole(pair.First);
            whole(pair.Second);
            number(pair.Rate);
        });
        List(crosstalk.Echoed, text);
    }

    private void Write(CoherentError error)
    {
        number(error.OverRotation);
        number(error.AxisPhase);
        number(error.AxisTilt);
        whole(error.Fsim is null ? 0 : 1);
        if (error.Fsim is not { } fsim)
            return;
        foreach (double angle in new[] { fsim.Theta, fsim.Zeta, fsim.Chi, fsim.Gamma, fsim.Phi })
            number(angle);
    }

    private void Write(SpectatorError error)
    {
        whole(error.Qubit);
        Write(error.Depolarizing);
        number(error.ZzAngle);
        whole(error.Partner ?? -1);
    }

    private void Write(DepolarizingStrength? strength)
    {
        whole(strength is null ? -1 : (int)strength.Measure);
        number(strength?.Value);
    }

    private void Write(ReadoutGroup group)
    {
        List(group.Qubits, whole);
        List(group.Confusion, entry => number(entry));
    }

    private void Write(ExplicitNoise recipes)
    {
        whole(recipes.Replaces ? 1 : 0);
        List(recipes.Gates, gate => Gate(gate.Gate, gate.Sites, entry => entry.Site, entry => List(entry.Operations, Write)));
        whole(recipes.Idle is null ? 0 : 1);
        number(recipes.Idle?.Per);
        List(recipes.Idle?.Sites ?? [], Write);
        List(recipes.Reset, Write);
        List(recipes.Measure, Write);
    }

    private void Write(SiteRecipe recipe)
    {
        Write(recipe.Site);
        List(recipe.Operations, Write);
    }

    private void Write(NoiseSite site)
    {
        List(site.Qubits, whole);
        whole(site.BothOrders ? 1 : 0);
    }

    private void Write(NoiseOperation operation)
    {
        text(operation.Keyword);
        List(operation.On, whole);
        whole(operation.Each ? 1 : 0);
        switch (operation)
        {
            case DepolarizingOperation depolarizing:
                Write(depolarizing.Strength);
                break;
            case PauliOperation pauli:
                List(pauli.Terms, Write);
                break;
            case AmplitudeDampingOperation damping:
                Numbers(damping.Gamma, damping.Population);
                break;
            case PhaseDampingOperation damping:
                number(damping.Gamma);
                break;
            case RelaxationOperation relaxation:
                Numbers(relaxation.T1, relaxation.T2, relaxation.Time, relaxation.Population);
                break;
            case OverRotationOperation over:
                number(over.Angle);
                break;
            case RotationOperation rotation:
                List(rotation.Terms, Write);
                break;
            case UnitaryOperation unitary:
                Write(unitary.Matrix);
                break;
            case KrausOperation kraus:
                List(kraus.Operators, Write);
                break;
            case TransferMatrixOperation transfer:
                List(transfer.Entries, entry => number(entry));
                break;
            default:
                throw new InvalidOperationException($"Bug in QmlBench: a channel '{operation.Keyword}' has no canonical form.");
        }
    }

    private void Write(PauliWeight term)
    {
        text(term.Pauli);
        number(term.Value);
    }

    private void Write(ComplexMatrix matrix)
    {
        whole(matrix.Rows);
        foreach (System.Numerics.Complex entry in matrix.Span)
            Numbers(entry.Real, entry.Imaginary);
    }

    private void Gate<T>(string gate, ValueList<T> sites, Func<T, NoiseSite> siteOf, Action<T> write)
    {
        text(gate);
        List(sites, entry =>
        {
            Write(siteOf(entry));
            write(entry);
        });
    }

    private void Numbers(params ReadOnlySpan<double?> values)
    {
        foreach (double? value in values)
            number(value);
    }

    private void List<T>(ValueList<T> list, Action<T> write)
    {
        whole(list.Count);
        foreach (T item in list)
            write(item);
    }
}
