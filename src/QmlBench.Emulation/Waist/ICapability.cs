namespace QmlBench.Emulation.Waist;

/// <summary>Marks what may be asked of a program through <see cref="IProgram.Find{T}"/>.</summary>
public interface ICapability;
