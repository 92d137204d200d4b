namespace QmlBench.Emulation.Waist;

/// <summary>The behaviour version of a component: raised whenever its output changes for the same input.</summary>
/// <param name="Component">Name, such as <c>transpiler</c>.</param>
/// <param name="Version">Number, from 1.</param>
public readonly record struct ComponentVersion(string Component, int Version);
