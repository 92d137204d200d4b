using BenchmarkDotNet.Running;
using QmlBench.Benchmarks.Tables;

if (args is ["--table", .. var names])
    return TableCommand.Run(names);
BenchmarkSwitcher.FromAssembly(typeof(TableCommand).Assembly).Run(args);
return 0;
