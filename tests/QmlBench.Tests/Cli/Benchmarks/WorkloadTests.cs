using QmlBench.Cli;
using QmlBench.Cli.Benchmarks;

namespace QmlBench.Tests.Cli.Benchmarks;

public class WorkloadTests
{
    private const long Plenty = 1L << 40;

    [Theory]
    [InlineData("W1", 4, 1)]
    [InlineData("W1", 5, 2)]
    [InlineData("W2", 5, 1)]
    [InlineData("W2", 10, 2)]
    [InlineData("W3", 1, 1)]
    [InlineData("W3", 10, 2)]
    [InlineData("W4", null, 2)]
    [InlineData("W5", 6, 1)]
    [InlineData("W5", 12, 2)]
    [InlineData("L2", null, 1)]
    [InlineData("L3", null, 2)]
    [InlineData("L4", 4, 1)]
    [InlineData("L4", null, 1)]
    public void Every_value_is_the_expected_one(string name, int? qubits, int threads)
    {
        Workload workload = WorkloadCatalogue.Make(name, qubits, Plenty);
        workload.Run(threads);
        BenchCheck[] checks = [.. workload.Checks()];
        Assert.NotEmpty(checks);
        Assert.All(checks, check => Assert.True(check.Holds, check.ToString()));
        Assert.Equal(workload.Qubits <= 7, checks.Any(check => check.What.Contains("naive", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("W1", 4)]
    [InlineData("W3", 4)]
    [InlineData("W4", null)]
    [InlineData("W5", 8)]
    [InlineData("L2", null)]
    [InlineData("L3", null)]
    [InlineData("L4", 4)]
    public void Values_of_a_workload_that_was_not_run_are_found_wrong(string name, int? qubits) =>
        Assert.Contains(WorkloadCatalogue.Make(name, qubits, Plenty).Checks(), check => !check.Holds);

    [Theory]
    [InlineData("W1", 10, 8_396_800, "W1 on 10 qubits takes 8.397E+06 bytes; there are 8396799. Choose a smaller register.")]
    [InlineData("W3", 20, 25_165_824, "W3 on 20 qubits takes 2.517E+07 bytes; there are 25165823. Choose a smaller register.")]
    [InlineData("W5", 20, 33_554_432, "W5 on 20 qubits takes 3.355E+07 bytes; there are 33554431. Choose a smaller register.")]
    public void A_register_that_does_not_fit_is_refused_with_its_bytes(string name, int qubits, long bytes, string message)
    {
        Assert.Equal(qubits, WorkloadCatalogue.Make(name, qubits, bytes).Qubits);
        Assert.Equal(message, Assert.Throws<RefusedException>(() => WorkloadCatalogue.Make(name, qubits, bytes - 1)).Message);
    }

    [Fact]
    public void A_register_beyond_all_numbers_is_refused() =>
        Assert.Throws<RefusedException>(() => WorkloadCatalogue.Make("W1", int.MaxValue, Plenty));
}
