namespace QmlBench.Emulation.Waist;

/// <summary>What a noise factor s multiplies.</summary>
public enum ScalingRule
{
    /// <summary>The generator: λ → 1−(1−λ)ˢ, t → s·t, angle → s·angle; a λ &gt; 1 is refused, naming gate and site.</summary>
    Generator,

    /// <summary>The strength: λ → s·λ, up to d²/(d²−1).</summary>
    Strength,
}
