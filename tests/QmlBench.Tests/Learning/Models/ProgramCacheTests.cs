using System.Reflection;
using QmlBench.Circuits;
using QmlBench.Emulation;
using QmlBench.Emulation.Waist;
using QmlBench.Learning.Datasets;
using QmlBench.Learning.Models;
using QmlBench.Numerics.Randomness;

namespace QmlBench.Tests.Learning.Models;

public sealed class ProgramCacheTests
{
    [Fact]
    public void A_circuit_is_compiled_once_for_each_question()
    {
        var (executor, calls) = Counting();
        var cache = LearningContexts.Cache(executor);
        var circuit = new CircuitBuilder(1).H(0).Build();
        var again = new CircuitBuilder(1).H(0).Build();
        Assert.Same(Ask(cache, circuit, Asked.Bitstrings), Ask(cache, again, Asked.Bitstrings));
        Assert.NotSame(Ask(cache, circuit, Asked.Bitstrings), Ask(cache, circuit, Asked.Kernel));
        Assert.Equal(2, calls());
    }

    [Fact]
    public void A_cancelled_compile_is_not_what_the_next_caller_finds()
    {
        var cache = LearningContexts.Ideal();
        var circuit = new CircuitBuilder(1).H(0).Build();
        Assert.ThrowsAny<OperationCanceledException>(() => Ask(cache, circuit, Asked.Bitstrings, new(canceled: true)));
        Assert.NotNull(Ask(cache, circuit, Asked.Bitstrings));
    }

    [Fact]
    public void Models_that_share_a_cache_on_several_threads_get_the_bits_of_one_thread()
    {
        var data = new HiddenManifold(3, samples: 24).Draw(StreamKey.Root(3, "data")).Samples;
        var alone = Fit(LearningContexts.Ideal());
        var cache = LearningContexts.Ideal();
        var together = new double[6][];
        Parallel.For(0, together.Length, i => together[i] = Fit(cache));
        Assert.All(together, weights => Assert.Equal(alone, weights));

        double[] Fit(ProgramCache programs)
        {
            var model = ModelCatalogue.Find("data-reuploading")!.Create(Hyperparameters.Of(("steps", 10)));
            return [.. model.Fit(data, LearningContexts.Training(programs: programs)).Training.Figures["weights"]];
        }
    }

    private static IProgram Ask(ProgramCache cache, Circuit circuit, Asked asked, CancellationToken cancel = default) =>
        cache.Compile(circuit, null, asked, Budget.ExactValue, cancel);

    private static (IExecutor Executor, Func<int> Calls) Counting()
    {
        var proxy = DispatchProxy.Create<IExecutor, Counter>();
        return (proxy, () => ((Counter)(object)proxy).Calls);
    }

    /// <summary>The ideal device that counts how often it compiles.</summary>
    public class Counter : DispatchProxy
    {
        public int Calls { get; private set; }

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            if (targetMethod!.Name == nameof(IExecutor.Compile))
                Calls++;
            return targetMethod.Invoke(Emulator.Ideal, args);
        }
    }
}
