namespace QmlBench.Devices.Calibration.Google;

/// <summary>Google's names of qubits: row and column of the grid, such as <c>3_2</c>.</summary>
internal static class GoogleGrid
{
    /// <summary>What is expected of a name.</summary>
    public const string Expected = "row and column, such as 3_2";

    private const int MostRows = 10_000;

    /// <summary>The place of a name; null if it is none.</summary>
    public static GridPoint? Find(string label)
    {
        string[] parts = label.Split('_');
        return parts.Length == 2 && int.TryParse(parts[0], out int row) && int.TryParse(parts[1], out int column)
            && row is >= 0 and <= MostRows && column is >= 0 and <= MostRows ? new GridPoint(row, column) : null;
    }
}
