namespace QmlBench.Devices.Noise;

/// <summary>Noise written out as ordered channels per gate and site.</summary>
/// <remarks>Where a site has a recipe of its own, that holds; else the one for every place. With <see cref="Replaces"/> the recipe
/// stands in place of all noise derived there from figures, else after it.</remarks>
public sealed record ExplicitNoise
{
    /// <summary>Whether recipes replace derived noise (<c>mode: replace</c>) or follow it (<c>mode: add</c>).</summary>
    public bool Replaces { get; init; }

    /// <summary>After gates, virtual ones too; sorted by gate (ordinal).</summary>
    public ValueList<GateRecipes> Gates { get; init; }

    /// <summary>While a qubit waits; null if not given.</summary>
    public IdleRecipes? Idle { get; init; }

    /// <summary>After a reset, per qubit.</summary>
    public ValueList<SiteRecipe> Reset { get; init; }

    /// <summary>Before a measurement, per qubit.</summary>
    public ValueList<SiteRecipe> Measure { get; init; }
}

/// <summary>The recipes of a gate.</summary>
/// <param name="Gate">Name of the native gate.</param>
/// <param name="Sites">Recipe per site, sorted.</param>
public sealed record GateRecipes(string Gate, ValueList<SiteRecipe> Sites);

/// <summary>What happens at one place.</summary>
/// <param name="Site">Where.</param>
/// <param name="Operations">The channels in order; none means no noise.</param>
public sealed record SiteRecipe(NoiseSite Site, ValueList<NoiseOperation> Operations);

/// <summary>What happens to a qubit that waits: in delays, written ones and those of the schedule alike.</summary>
/// <param name="Per">Time in seconds that one application stands for; a wait of t is t/per applications. Null: one application
/// per delay, whatever its length.</param>
/// <param name="Sites">Recipe per qubit, sorted.</param>
public sealed record IdleRecipes(double? Per, ValueList<SiteRecipe> Sites);
