using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;

namespace QmlBench.Learning.Datasets;

/// <summary>A data set: samples, labels, where they are from, and a hash of all of it that matters to numbers.</summary>
public sealed record Dataset
{
    /// <summary>Creates a data set and its hash.</summary>
    /// <param name="name">Name, as suites write it.</param>
    /// <param name="samples">Features and class indices.</param>
    /// <param name="classNames">Name of each class; class 1 of two is the positive one.</param>
    /// <param name="provenance">Where the figures are from: source, licence, or generator with its parameters and seed.</param>
    /// <exception cref="ArgumentException">A label has no class name.</exception>
    public Dataset(string name, LabelledData samples, ImmutableArray<string> classNames, string provenance)
    {
        if (samples.Labels.Any(label => label >= classNames.Length))
            throw new ArgumentException(
                $"'{name}' holds class {samples.Labels.Max()} but names only {classNames.Length}.", nameof(classNames));
        Name = name;
        Samples = samples;
        ClassNames = classNames;
        Provenance = provenance;
        Sha256 = Hash(samples);
    }

    /// <summary>Name, as suites write it.</summary>
    public string Name { get; }

    /// <summary>Features and class indices.</summary>
    public LabelledData Samples { get; }

    /// <summary>Features, one row a sample.</summary>
    public FeatureMatrix Features => Samples.Features;

    /// <summary>Class index of each sample.</summary>
    public ImmutableArray<int> Labels => Samples.Labels;

    /// <summary>Name of each class.</summary>
    public ImmutableArray<string> ClassNames { get; }

    /// <summary>Source and licence, or generator, parameters and seed.</summary>
    public string Provenance { get; }

    /// <summary>SHA-256, lower-case hex, over rows and columns (int32), values (IEEE bits) and labels (int32), little-endian.</summary>
    public string Sha256 { get; }

    private static string Hash(LabelledData samples)
    {
        var values = samples.Features.Values;
        var bytes = new byte[8 + (8 * values.Length) + (4 * samples.Count)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, samples.Features.Rows);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), samples.Features.Columns);
        var at = 8;
        foreach (var value in values)
        {
            BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan(at), value);
            at += 8;
        }

        foreach (var label in samples.Labels)
        {
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(at), label);
            at += 4;
        }

        return Convert.ToHexStringLower(SHA256.HashData(bytes));
    }
}
