using QmlBench.Devices;
using QmlBench.Numerics;

namespace QmlBench.Reporting.Drawings;

/// <summary>Places qubits so that distances on paper are distances on the graph, as well as that can be done.</summary>
/// <remarks>Stress majorisation with weights 1/d² (Gansner, Koren and North, Graph Drawing 2004), from a circle in the order of a search through the
/// graph; a fixed number of rounds, no random start: the same graph gives the same drawing. Parts that nothing joins are kept apart by a
/// distance of half the size.</remarks>
internal static class StressLayout
{
    private const int Rounds = 300;

    /// <summary>Places in units of one coupler.</summary>
    public static (double X, double Y)[] Of(CouplingMap map)
    {
        int n = map.Qubits;
        (double X, double Y)[] here = Circle(Order(map), n);
        double apart = Math.Max(2, Math.Sqrt(n));
        var distances = new double[n * n];
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++)
                distances[i * n + j] = map.Distance(i, j) is var d && d == CouplingMap.Unreachable ? apart : d;
        // The work of a round grows with n²; a thousand qubits need no more than a rough drawing.
        int rounds = Math.Min(Rounds, Math.Max(20, 40_000_000 / (n * n + 1)));
        for (int round = 0; round < rounds; round++)
            here = Round(here, distances);
        return here;
    }

    /// <summary>Places on a circle in a given order, a coupler's length between neighbours.</summary>
    public static (double X, double Y)[] Circle(int[] order, int count)
    {
        double radius = count < 3 ? count / 2.0 : 0.5 / Elementary.Sin(Math.PI / count);
        var places = new (double X, double Y)[count];
        for (int i = 0; i < count; i++)
        {
            (double sin, double cos) = Elementary.SinCos(2 * Math.PI * i / count);
            places[order[i]] = (radius * sin, -radius * cos);
        }
        return places;
    }

    private static (double X, double Y)[] Round((double X, double Y)[] here, double[] distances)
    {
        int n = here.Length;
        var next = new (double X, double Y)[n];
        for (int i = 0; i < n; i++)
        {
            double x = 0, y = 0, weights = 0;
            for (int j = 0; j < n; j++)
            {
                if (j == i)
                    continue;
                double d = distances[i * n + j], weight = 1 / (d * d);
                double dx = here[i].X - here[j].X, dy = here[i].Y - here[j].Y, length = Math.Sqrt(dx * dx + dy * dy);
                double pull = length > 1e-9 ? d / length : 0;
                x += weight * (here[j].X + dx * pull);
                y += weight * (here[j].Y + dy * pull);
                weights += weight;
            }
            next[i] = weights > 0 ? (x / weights, y / weights) : here[i];
        }
        return next;
    }

    // Neighbours near one another on the circle already.
    private static int[] Order(CouplingMap map)
    {
        var seen = new bool[map.Qubits];
        List<int> order = [];
        for (int start = 0; start < map.Qubits; start++)
        {
            var stack = new Stack<int>([start]);
            while (stack.TryPop(out int qubit))
            {
                if (seen[qubit])
                    continue;
                seen[qubit] = true;
                order.Add(qubit);
                foreach (int next in map.Neighbours(qubit).Reverse())
                    stack.Push(next);
            }
        }
        return [.. order];
    }
}
