using System.Globalization;
using CsCheck;
using QmlBench.Reporting;
using QmlBench.Reporting.Csv;
using QmlBench.Suites.Results;
using QmlBench.Tests.Suites;

namespace QmlBench.Tests.Reporting;

public sealed class CsvFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("qmlbench-csv-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void AnyTextReadsBackAsItWas()
    {
        var path = Path.Combine(_folder, "any.csv");
        Property.Holds(
            Gen.Char["abc ,;\"\n\r=|é"].Array[0, 12].Select(signs => new string(signs)).Array[3].Array[0, 5],
            rows =>
            {
                CsvFile.Write(path, ["a", "b", "c"], rows);
                var read = Read(path);
                Assert.Equal(rows.Length + 1, read.Count);
                Assert.Equal(rows.SelectMany(row => row), read.Skip(1).SelectMany(row => row));
            });
    }

    [Fact]
    public void AnyNumberReadsBackToTheSameBits() => Property.Holds(
        Gen.Double,
        value => Assert.Equal(
            BitConverter.DoubleToInt64Bits(value),
            BitConverter.DoubleToInt64Bits(double.Parse(CsvFile.Number(value), CultureInfo.InvariantCulture))));

    [Fact]
    public void TrialsHaveOneRowEachWithMetricsAndCosts()
    {
        var failed = TrialResult.Failure(SampleResults.Trial("b").Key, "too big, \"really\"");
        ReportWriter.Write(new(SampleResults.Run("r", "t"), [SampleResults.Trial("a"), failed], []), _folder);
        var rows = Read(Path.Combine(_folder, "trials.csv"));
        Assert.Equal(3, rows.Count);
        string Cell(int row, string column) => rows[row][rows[0].ToList().IndexOf(column)];
        Assert.Equal("0.5", Cell(1, "accuracy"));
        Assert.Equal("NaN", Cell(1, "roc_auc"));
        Assert.Equal("4096", Cell(1, "evaluation_shots"));
        Assert.Equal("1.5", Cell(1, "training_seconds"));
        Assert.Equal("0.9375", Cell(1, "predicted_fidelity"));
        Assert.Equal("0.6666666666666666", Cell(1, "simulated_fidelity"));
        Assert.Equal(string.Empty, Cell(2, "predicted_fidelity"));
        Assert.Equal("too big, \"really\"", Cell(2, "error"));
        Assert.Equal(string.Empty, Cell(2, "accuracy"));
    }

    [Fact]
    public void PredictionsAndClaimsKeepEveryBit()
    {
        var trial = SampleResults.Trial("a");
        ReportWriter.Write(new(SampleResults.Run("r", "t", SampleResults.Claim("refuted", 1.0 / 3.0)), [trial], []), _folder);
        var predictions = Read(Path.Combine(_folder, "predictions.csv"));
        var decision = predictions[0].ToList().IndexOf("decision");
        Assert.Equal(
            trial.Predictions.Select(one => one.Decision),
            predictions.Skip(1).Select(row => double.Parse(row[decision], CultureInfo.InvariantCulture)));
        var claims = Read(Path.Combine(_folder, "claims.csv"));
        Assert.Equal(1.0 / 3.0, double.Parse(claims[1][claims[0].ToList().IndexOf("effect")], CultureInfo.InvariantCulture));
        Assert.Equal("refuted", claims[1][claims[0].ToList().IndexOf("verdict")]);
    }

    // A reader of RFC 4180, written apart from the writer.
    private static List<List<string>> Read(string path)
    {
        var text = File.ReadAllText(path);
        var rows = new List<List<string>>();
        var row = new List<string>();
        var field = new System.Text.StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var sign = text[i];
            if (quoted && sign == '"' && i + 1 < text.Length && text[i + 1] == '"')
                field.Append(text[++i]);
            else if (sign == '"')
                quoted = !quoted;
            else if (!quoted && sign is ',' or '\n' && !quoted)
            {
                row.Add(field.ToString());
                field.Clear();
                if (sign == '\n')
                {
                    rows.Add(row);
                    row = [];
                }
            }
            else
                field.Append(sign);
        }

        return rows;
    }
}
