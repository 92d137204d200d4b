using QmlBench.Circuits.Source;
using QmlBench.Devices.Noise;

namespace QmlBench.Devices.Validation;

/// <summary>The rules for what a profile says about noise beyond the figures of qubits and gates.</summary>
internal sealed class NoiseCheck
{
    private readonly DeviceDraft draft;
    private readonly NoiseFigures noise;
    private readonly List<DeviceProblem> problems;
    private readonly NoisePlaces places;

    /// <summary>Takes the draft and where problems go.</summary>
    public NoiseCheck(DeviceDraft draft, KnownGates known, List<DeviceProblem> problems)
    {
        (this.draft, this.problems, noise) = (draft, problems, draft.Noise);
        places = new(draft, known, problems);
    }

    /// <summary>Checks all sections.</summary>
    public void Run()
    {
        Temperatures();
        if (noise.Crosstalk is { } crosstalk)
            Crosstalk(crosstalk);
        foreach (CoherentGate gate in noise.Coherent)
            Coherent(gate);
        foreach (SpectatorGate gate in noise.Spectators)
            Spectators(gate);
        new ReadoutGroupCheck(draft, problems).Run();
        if (noise.Explicit is { } recipes)
            new RecipeCheck(recipes, places, problems).Run();
    }

    private void Temperatures()
    {
        if (noise.Temperature is < 0)
            Add("temperature", "the temperature is below absolute zero", "a temperature of at least 0 K");
        foreach ((int index, Qubit qubit) in draft.Qubits.Where(q => q.Value.Temperature is < 0))
            Add($"qubits/{index}/temperature", $"the temperature of qubit {index} is below absolute zero", "a temperature of at least 0 K");
    }

    private void Crosstalk(Crosstalk crosstalk)
    {
        foreach (StaticZz pair in crosstalk.StaticZz)
            places.Check($"crosstalk/static_zz/{pair.First}-{pair.Second}", "the static ZZ", new([pair.First, pair.Second], true), arity: 2);
        string[] gates = [.. draft.Gates.Select(g => g.Name)];
        foreach (string gate in crosstalk.Echoed.Where(g => !gates.Contains(g)))
            problems.Add(new($"crosstalk/echoed/{gate}", $"'echoed' names '{gate}', which is not among the gates", $"one of {string.Join(", ", gates)}", Suggestion.Nearest(gate, gates)));
    }

    private void Coherent(CoherentGate gate)
    {
        if (places.Gate($"coherent/{gate.Gate}", "'coherent'", gate.Gate) is not { } arity)
            return;
        foreach (CoherentSite entry in gate.Sites)
        {
            string place = $"coherent/{gate.Gate}/{entry.Site.Key()}";
            places.Check(place, $"the coherent error of '{gate.Gate}'", entry.Site, arity);
            Coherent(gate.Gate, arity, entry.Error, place);
        }
        places.Unique($"coherent/{gate.Gate}", $"the coherent error of '{gate.Gate}'", gate.Sites.Select(s => s.Site));
    }

    private void Coherent(string gate, int arity, CoherentError error, string place)
    {
        RotationAxis? axis = RotationAxis.Of(gate);
        if (error == new CoherentError())
            Add(place, $"the coherent error of '{gate}' is empty", "over_rotation, axis or fsim");
        if (error.OverRotation != 0 && axis is null)
            Add($"{place}/over_rotation", $"'{gate}' turns about no axis of its own", $"a gate with an axis ({string.Join(", ", RotationAxis.Gates)}), or a 'rotation' or 'unitary' under 'noise'");
        if (error.HasAxisError && axis is not { CanBeMisaligned: true })
            Add($"{place}/axis", $"'{gate}' is no one-qubit gate of fixed angle about X or Y, so its axis cannot be wrong", "x, sx, sxdg or y; else a 'unitary' under 'noise'");
        if (error.Fsim is not null && arity != 2)
            Add($"{place}/fsim", $"'{gate}' acts on {arity} qubit(s), but fsim angles belong to two", "a gate of two qubits");
    }

    private void Spectators(SpectatorGate gate)
    {
        if (places.Gate($"spectator/{gate.Gate}", "'spectator'", gate.Gate) is not { } arity)
            return;
        foreach (SpectatorSite entry in gate.Sites)
        {
            string place = $"spectator/{gate.Gate}/{entry.Site.Key()}";
            if (!places.Check(place, $"the spectators of '{gate.Gate}'", entry.Site, arity))
                continue;
            foreach (SpectatorError error in entry.Errors)
                Spectator(error, entry.Site, $"{place}/{error.Qubit}");
        }
        places.Unique($"spectator/{gate.Gate}", $"the spectators of '{gate.Gate}'", gate.Sites.Select(s => s.Site));
    }

    private void Spectator(SpectatorError error, NoiseSite site, string place)
    {
        places.Inside(place, $"the spectator of {site}", error.Qubit);
        if (site.Qubits.Contains(error.Qubit))
            Add(place, $"the spectator {error.Qubit} is an operand of {site}", "a qubit the gate does not act on");
        if (error is { Depolarizing: null, ZzAngle: null })
            Add(place, $"the spectator {error.Qubit} has no error", "depolarizing or zz");
        if (error.Depolarizing is { } strength)
            ChannelRules.Strength(problems, $"{place}/depolarizing", strength, 1);
        bool named = error.Partner is { } partner && site.Qubits.Contains(partner);
        if (error.ZzAngle is not null && !named && (error.Partner is not null || site.Qubits.Count != 1))
            Add(error.Partner is null ? $"{place}/zz" : $"{place}/operand", $"the ZZ of spectator {error.Qubit} is with no operand of {site}", $"'operand' with one of {string.Join(", ", site.Qubits)}");
        if (error is { ZzAngle: null, Partner: not null })
            Add($"{place}/operand", $"'operand' of spectator {error.Qubit} has no 'zz'", "'zz' with an angle, or no 'operand'");
    }

    private void Add(string place, string message, string expected) => problems.Add(new(place, message, expected));
}
