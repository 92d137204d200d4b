using QmlBench.Devices.Noise;

namespace QmlBench.Devices.Validation;

/// <summary>The rules for noise written out as channels: where they stand; what they are is checked by <see cref="ChannelRules"/>.</summary>
internal sealed class RecipeCheck(ExplicitNoise recipes, NoisePlaces places, List<DeviceProblem> problems)
{
    /// <summary>Checks all recipes.</summary>
    public void Run()
    {
        foreach (GateRecipes gate in recipes.Gates)
        {
            string place = $"noise/gates/{gate.Gate}";
            if (places.Gate(place, "'noise'", gate.Gate) is { } arity)
                Sites(place, $"the recipe of '{gate.Gate}'", gate.Sites, arity, gate.Gate);
        }
        if (recipes.Idle is { } idle)
        {
            if (idle.Per is <= 0)
                problems.Add(new("noise/idle/per", "the time 'per' of idle noise is not positive", "a time above 0"));
            Sites("noise/idle", "the recipe of 'idle'", idle.Sites, 1, null);
        }
        Sites("noise/reset", "the recipe of 'reset'", recipes.Reset, 1, null);
        Sites("noise/measure", "the recipe of 'measure'", recipes.Measure, 1, null);
    }

    private void Sites(string place, string what, ValueList<SiteRecipe> sites, int arity, string? gate)
    {
        foreach (SiteRecipe recipe in sites)
        {
            string at = $"{place}/{recipe.Site.Key()}";
            places.Check(at, what, recipe.Site, arity);
            for (int i = 0; i < recipe.Operations.Count; i++)
                Operation(recipe.Operations[i], $"{at}/{i}", arity, gate);
        }
        places.Unique(place, what, sites.Select(s => s.Site));
    }

    private void Operation(NoiseOperation operation, string place, int arity, string? gate)
    {
        if (!ChannelRules.HasShape(problems, operation, place))
            return;
        string name = operation.Keyword;
        int width = operation.On.IsEmpty ? (operation.Each || operation.Arity == 1 ? 1 : arity) : operation.On.Count;
        if (operation.On.Any(o => o >= arity) || operation.On.Distinct().Count() != operation.On.Count)
            problems.Add(new(place, $"'on' of '{name}' names operands {operation.On}, and there are {arity}", $"different numbers from 0 to {arity - 1}, or each"));
        else if (operation.Arity is { } fixedArity && fixedArity != width)
            problems.Add(new(place, $"'{name}' is of {fixedArity} qubit(s) and acts on {width}", $"an 'on' with {fixedArity} operand(s), or a channel of {width} qubit(s)"));
        else
            ChannelRules.Check(problems, operation, place, width);
        if (operation is OverRotationOperation)
            OverRotation(operation, place, gate);
    }

    private void OverRotation(NoiseOperation operation, string place, string? gate)
    {
        if (gate is null || RotationAxis.Of(gate) is null)
            problems.Add(new(place, $"{(gate is null ? "what is no gate" : $"'{gate}'")} turns about no axis of its own", "a 'rotation' with its Pauli strings, or a 'unitary'"));
        else if (!operation.On.IsEmpty || operation.Each)
            problems.Add(new(place, "an over-rotation is of the whole gate", "no 'on'"));
    }
}
