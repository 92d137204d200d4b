using QmlBench.Circuits.Source;
using QmlBench.Devices;
using QmlBench.Devices.Drift;
using QmlBench.Devices.History;
using QmlBench.Devices.Yaml;

namespace QmlBench.Tests.Devices.Drift;

public sealed class DriftedDeviceTests
{
    private static readonly DeviceLibrary Library = ShippedDevices.Library;

    [Fact]
    public void The_model_is_of_the_machines_with_three_snapshots_and_counts_its_increments()
    {
        DriftModel model = Library.Drift;
        Assert.Equal(["ibm_cairo", "ibm_fez", "ibm_hanoi", "ibm_nairobi", "ibm_sherbrooke"], model.Machines);
        Assert.Equal(FigureKinds.All, model.Rates.Select(r => r.Kind));
        // Qubits of these machines times snapshots less one: 27·2 + 156·2 + 27·4 + 7·2 + 127·3, without copies and without the null of one day.
        Assert.InRange(model.RateOf(FigureKind.T1)!.Increments, 850, 869);
        // ibm_fez did not measure its gates anew from 2025-01-22 to 2025-01-23.
        Assert.InRange(model.RateOf(FigureKind.TwoQubitError)!.Increments, 700, 2 * 28 + 176 + 4 * 28 + 2 * 6 + 3 * 144);
        Assert.All(model.Rates, r => Assert.InRange(r.Deviation, 0.2, 1));
    }

    [Fact]
    public void No_days_are_the_same_device() =>
        Assert.Equal(Library.Load("ibm_hanoi", 1), Library.Load("drift:ibm_hanoi:days=0,seed=9", 1));

    [Fact]
    public void A_seed_makes_one_device_and_another_seed_another()
    {
        Device one = Library.Load("drift:ibm_hanoi:days=7,seed=3", 1);
        Assert.Equal(one.ContentHash(), Library.Load("drift:ibm_hanoi:seed=3,days=7", 1).ContentHash());
        Assert.NotEqual(one.Qubits, Library.Load("drift:ibm_hanoi:days=7,seed=4", 1).Qubits);
        Assert.NotEqual(one.Qubits, Library.Load("drift:ibm_hanoi:days=8,seed=3", 1).Qubits);
        Assert.Equal("drift_ibm_hanoi_2025-02-26_days-7_seed-3", one.Name);
        Assert.Equal(Library.Load("ibm_hanoi", 1).Snapshot!.Value.AddDays(7), one.Snapshot);
        Assert.Equal(DeviceKind.Template, one.Kind);
    }

    [Theory]
    [InlineData("ibm_kingston")]
    [InlineData("ibm_sherbrooke")]
    [InlineData("ibm_nairobi@2024-04-10")]
    [InlineData("quantinuum_h1-1_spec")]
    [InlineData("template:grid:rows=2,columns=2,t1=100us,t2=200us")]
    public void A_drifted_device_is_valid_and_reads_back_whole(string name)
    {
        Device before = Library.Load(name, 1), after = Library.Load($"drift:{name}:days=30,seed=1", 1);
        Assert.Equal(after, DeviceYamlReader.Read(new SourceText("f", DeviceYamlWriter.Write(after))));
        Assert.All(after.Qubits, q => Assert.False(q.T2 > 2 * q.T1));
        Assert.Equal(before.LiveCoupling(), after.LiveCoupling());
        Assert.Equal(
            SiteFigures.Of(before).Where(f => f.IsDead || f.Value == 0), SiteFigures.Of(after).Where(f => f.IsDead || f.Value == 0));
        Assert.All(SiteFigures.Of(before).Zip(SiteFigures.Of(after)), pair => Assert.Equal(pair.First.Subject, pair.Second.Subject));
    }

    [Fact]
    public void All_gates_of_a_place_share_one_factor_and_readout_keeps_its_mean()
    {
        Device before = Library.Load("ibm_manila", 1), after = Library.Load("drift:ibm_manila:days=5,seed=2", 1);
        for (int q = 0; q < before.QubitCount; q++)
        {
            double sx = after.Gate("sx")!.SiteFor(q)!.Error!.Value;
            Assert.NotEqual(before.Gate("sx")!.SiteFor(q)!.Error, sx);
            Assert.Equal(sx, after.Gate("x")!.SiteFor(q)!.Error);
            Assert.Equal(sx, after.Gate("id")!.SiteFor(q)!.Error);
            Readout readout = after.Qubits[q].Readout;
            Assert.Equal((readout.P1Given0!.Value + readout.P0Given1!.Value) / 2, readout.Error!.Value);
        }
        Assert.Equal(after.Gate("cx")!.SiteFor(0, 1)!.Error, after.Gate("cx")!.SiteFor(1, 0)!.Error);
        Assert.Equal(before.Gate("cx")!.SiteFor(1, 0)!.Duration, after.Gate("cx")!.SiteFor(1, 0)!.Duration);
    }

    [Theory]
    [InlineData(-1.0)]
    [InlineData(3651.0)]
    [InlineData(double.NaN)]
    public void Days_out_of_range_are_refused(double days) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => DriftedDevice.Make(Library.Drift, new([Library.Load("ibm_manila", 1)]), days, 1, "x"));

    [Fact]
    public void Without_three_snapshots_there_are_no_rates()
    {
        var thrown = Assert.Throws<ArgumentException>(() => DriftModel.Fit([new([Library.Load("ibm_manila", 1)])]));
        Assert.Contains("at least 3 snapshots", thrown.Message, StringComparison.Ordinal);
    }
}
