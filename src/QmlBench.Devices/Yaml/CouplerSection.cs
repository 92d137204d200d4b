using System.Collections.Immutable;
using QmlBench.Devices.Validation;

namespace QmlBench.Devices.Yaml;

/// <summary>Reads the couplers of a profile: <c>all-to-all</c>, or a list of pairs; absent, they follow from the two-qubit sites.</summary>
internal static class CouplerSection
{
    /// <summary>The word for couplers between all qubits.</summary>
    public const string AllToAll = "all-to-all";

    /// <summary>Reads the section into the draft.</summary>
    public static void Read(DeviceReading reading, YamlMappingReader map)
    {
        if (map.Optional("couplers") is not { } node)
            return;
        reading.Place("couplers", map.SpanOf("couplers"));
        if (node is YamlScalar { Text: AllToAll })
        {
            reading.Draft.IsAllToAll = true;
            return;
        }
        if (node is not YamlSequence list)
        {
            reading.Reader.Error(node.Span, $"'couplers' is {node.Description}", $"a list such as [0-1, 1->2], or {AllToAll}");
            reading.MarkFaulty("couplers");
            return;
        }
        reading.Draft.Couplers = [.. Enumerable.Range(0, list.Items.Length).Select(i => One(reading, list.Items[i], i)).OfType<DraftCoupler>()];
    }

    private static DraftCoupler? One(DeviceReading reading, YamlNode item, int index)
    {
        string place = $"couplers/{index}";
        reading.Place(place, item.Span);
        if (item is YamlScalar scalar && SiteKey.TryParse(scalar.Text, out ImmutableArray<int> qubits, out bool bothOrders) && qubits.Length == 2)
            return new(qubits[0], qubits[1], bothOrders, place);
        reading.Reader.Error(item.Span, $"a coupler is {item.Description}", "0-1 for gates in both orders, or 0->1 for one order");
        return null;
    }
}
