using QmlBench.Circuits.Source;
using QmlBench.Devices;
using QmlBench.Devices.Templates;
using QmlBench.Devices.Yaml;

namespace QmlBench.Tests.Devices.Templates;

public sealed class DeviceTemplateTests
{
    private static Device Load(string name) => ShippedDevices.Load(name);

    public static TheoryData<string, int, int> Sizes => new()
    {
        { "template:line", 5, 4 },
        { "template:line:qubits=1", 1, 0 },
        { "template:ring:qubits=3", 3, 3 },
        { "template:grid:rows=3,columns=4", 12, 17 },
        { "template:heavy-hex:rows=2,columns=4", 9, 8 },
        { "template:heavy-hex:rows=25,columns=32", 992, 1159 },
        { "template:all-to-all:qubits=6", 6, 15 },
    };

    [Theory]
    [MemberData(nameof(Sizes))]
    public void A_template_is_a_valid_device_of_its_size(string name, int qubits, int couplers)
    {
        Device device = Load(name);
        Assert.Equal((qubits, couplers), (device.QubitCount, device.Coupling.Couplers.Count));
        Assert.Single(device.Coupling.Components);
        Assert.Equal(device, DeviceYamlReader.Read(new SourceText("f", DeviceYamlWriter.Write(device))));
        Assert.Empty(device.Notices());
    }

    [Fact]
    public void Eight_rows_of_sixteen_are_the_couplers_of_ibm_fez() =>
        Assert.Equal(Load("ibm_fez").Coupling, Load("template:heavy-hex:rows=8,columns=16").Coupling);

    [Fact]
    public void Figures_are_those_given()
    {
        Device device = Load("template:ring:qubits=4,two_qubit_error=0.01,t1=80us,t2=90us,readout_error=0.02,gate=cx,readout_time=700ns");
        Assert.All(device.Qubits, q => Assert.Equal((80e-6, 90e-6, 0.02, 700e-9), (q.T1, q.T2, q.Readout.Error, q.Readout.Length)));
        Assert.All(device.Gate("cx")!.Sites, s => Assert.Equal((0.01, 68e-9), (s.Error, s.Duration)));
        Assert.Equal(["cx", "rz", "sx", "x"], device.Basis);
        Assert.Equal("template_ring_qubits-4_t1-80us_t2-90us_two_qubit_error-0.01_readout_error-0.02_readout_time-700ns_gate-cx", device.Name);
    }

    [Fact]
    public void The_default_of_every_parameter_lies_in_its_range_and_reads_back()
    {
        foreach (TemplateParameter parameter in DeviceTemplate.All.SelectMany(t => t.Parameters))
        {
            Assert.Null(parameter.Read(parameter.Write(parameter.Default), out double value));
            Assert.Equal(parameter.Default, value);
        }
    }
}
