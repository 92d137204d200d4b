using System.Security.Cryptography;
using System.Text;
using QmlBench.Numerics.Randomness;

namespace QmlBench.Learning.Datasets;

/// <summary>
/// Breast Cancer Wisconsin (Diagnostic): 569 samples of 30 features, class 0 malignant (212) and class 1 benign (357).
/// Shipped with the program; the file's hash is checked when it is loaded.
/// </summary>
/// <remarks>
/// UCI Machine Learning Repository (Wolberg, Mangasarian, Street and Street 1993, doi:10.24432/C5DW2B), CC BY 4.0, in the form
/// scikit-learn 1.2.1 distributes (BSD-3-Clause).
/// </remarks>
public sealed class BreastCancer : IDatasetSource
{
    /// <summary>SHA-256 of the shipped file.</summary>
    public const string FileSha256 = "fed3eb72d0575ef6192293f5093c6e801b1476b577d0386bf4455504522172ed";

    private const string Resource = "QmlBench.Learning.Datasets.Data.breast_cancer.csv";

    private const string Provenance =
        "Breast Cancer Wisconsin (Diagnostic), UCI Machine Learning Repository, doi:10.24432/C5DW2B, CC BY 4.0; file of " +
        "scikit-learn 1.2.1, SHA-256 " + FileSha256;

    /// <inheritdoc/>
    public string Name => "breast_cancer";

    /// <inheritdoc/>
    public string Description => "Breast Cancer Wisconsin (Diagnostic): 569 × 30, 2 classes; UCI, CC BY 4.0";

    /// <inheritdoc/>
    public bool IsGenerated => false;

    /// <summary>The table; the key is not used, because a fixed table has no draw.</summary>
    public Dataset Draw(StreamKey data) => Load();

    /// <summary>Reads the shipped file.</summary>
    /// <exception cref="InvalidOperationException">The file in the program is not the one that was shipped.</exception>
    public static Dataset Load()
    {
        using var stream = typeof(BreastCancer).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"Bug in QmlBench: the program was built without '{Resource}'.");
        using var buffer = new MemoryStream();
        stream.CopyTo(buffer);
        var bytes = buffer.ToArray();
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        return hash == FileSha256
            ? TableReader.Read(Encoding.UTF8.GetString(bytes), "breast_cancer", Provenance)
            : throw new InvalidOperationException($"Bug in QmlBench: '{Resource}' has SHA-256 {hash}, not {FileSha256}.");
    }
}
