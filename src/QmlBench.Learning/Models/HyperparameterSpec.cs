namespace QmlBench.Learning.Models;

/// <summary>
/// One hyperparameter of a model: what a suite may set. Every value is a number; choices between kinds are kinds of model.
/// </summary>
/// <param name="Name">Name, as suites write it.</param>
/// <param name="Default">Value where nothing is set.</param>
/// <param name="Least">Least value allowed.</param>
/// <param name="Greatest">Greatest value allowed.</param>
/// <param name="IsWhole">Whether only whole numbers are allowed.</param>
/// <param name="Description">What it does.</param>
public sealed record HyperparameterSpec(
    string Name, double Default, double Least, double Greatest, bool IsWhole, string Description)
{
    /// <summary>A number above 0.</summary>
    public static HyperparameterSpec Positive(string name, double standard, string description) =>
        new(name, standard, double.Epsilon, double.MaxValue, false, description);

    /// <summary>A whole number within bounds.</summary>
    public static HyperparameterSpec Whole(string name, int standard, int least, int greatest, string description) =>
        new(name, standard, least, greatest, true, description);

    /// <summary>What is wrong with a value, or null.</summary>
    public string? Complaint(double value)
    {
        if (value >= Least && value <= Greatest && (!IsWhole || value == Math.Floor(value)))
            return null;
        var expected = Least == double.Epsilon
            ? "a number above 0"
            : FormattableString.Invariant($"a {(IsWhole ? "whole " : string.Empty)}number from {Least} to {Greatest}");
        return FormattableString.Invariant($"The hyperparameter '{Name}' is {value}; it must be {expected}.");
    }
}
