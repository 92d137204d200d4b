namespace QmlBench.Tests.Suites.Yaml;

/// <summary>The two ways a suite names a device as it may be some days later.</summary>
public sealed class DriftedDeviceTests
{
    private const string Devices = "evaluate_on: [ideal, ibm_manila_2024-05-27]";
    private const string Drifted = "drift:ibm_manila_2024-05-27:days=7,seed=1";

    [Theory]
    [InlineData("'drift:ibm_manila:days=7,seed=1'")]
    [InlineData("'drift:ibm_manila@2024-05-27:seed=1,days=7.0'")]
    [InlineData("{ device: ibm_manila, drift: { days: 7, seed: 1 } }")]
    [InlineData("{ drift: { seed: 1, days: 7e0 }, device: ibm_manila_2024-05-27, noise_scale: 1 }")]
    public void Every_way_of_writing_a_drifted_device_is_the_same_device(string written) =>
        Assert.Equal([new("ideal", 1), new(Drifted, 1)], SampleSuite.Read(SampleSuite.With(Devices, $"evaluate_on: [ideal, {written}]")).EvaluateOn);

    [Fact]
    public void Days_need_no_seed_and_a_factor_goes_with_them()
    {
        var suite = SampleSuite.Read(SampleSuite.With(Devices, "evaluate_on: [ideal, { device: ibm_manila, drift: { days: 0.5 }, noise_scale: 2 }]"));
        Assert.Equal(new("drift:ibm_manila_2024-05-27:days=0.5,seed=0", 2), suite.EvaluateOn[1]);
    }

    [Fact]
    public void Templates_drift_and_one_may_train_on_a_drifted_device()
    {
        var suite = SampleSuite.Read(SampleSuite.With(
            Devices, "train_on: { device: 'template:line:qubits=4', drift: { days: 1, seed: 3 } }\nevaluate_on: [ideal, drift:ibm_manila:days=7]"));
        Assert.Equal("drift:template:line:qubits=4:days=1,seed=3", suite.TrainOn.Name);
        Assert.Equal("drift:ibm_manila_2024-05-27:days=7,seed=0", suite.EvaluateOn[1].Name);
        Assert.Equal(4, SampleSuite.Vocabulary.QubitsOf(suite.TrainOn.Name));
    }

    [Theory]
    [InlineData("drift:ibm_manila:days=7,seed=1")]
    [InlineData("drift:ibm_manila:days=7,seed=1 x2")]
    public void A_claim_names_an_arm_by_either_name(string arm)
    {
        string scale = arm.EndsWith("x2", StringComparison.Ordinal) ? ", noise_scale: 2" : "";
        string text = SampleSuite.With(Devices, $"evaluate_on: [ideal, {{ device: ibm_manila, drift: {{ days: 7, seed: 1 }}{scale} }}]")
            .Replace("treatment: { model: kernel, device: ideal }", $"treatment: {{ model: kernel, device: '{arm}' }}", StringComparison.Ordinal);
        Assert.Equal(scale.Length == 0 ? Drifted : $"{Drifted} x2", SampleSuite.Read(text).Claims[0].Treatment.Device);
    }

    [Theory]
    [InlineData("'drift:ibm_manila:seed=1'", "17:22: drift:ibm_manila:seed=1: drift needs days, such as days=7")]
    [InlineData("'drift:ibm_manila:days=-7'", "17:22: drift:ibm_manila:days=-7: days=-7: days is a number from 0 to 3650")]
    [InlineData("'drift:ibm_manila:days=7,sed=1'", "17:22: drift:ibm_manila:days=7,sed=1: drift has no parameter 'sed'; it takes days and seed; did you mean 'seed'?")]
    [InlineData("'drift:ibm_manilla:days=7'", "17:22: drift:ibm_manilla:days=7: there is no device 'ibm_manilla'; did you mean 'ibm_manila'?")]
    [InlineData("'drift:ideal:days=7'", "17:22: drift:ideal:days=7: the ideal device has no figures that could drift; name a profile or a template")]
    [InlineData("drift:ibm_manila:days=7,seed=1", "17:46: unknown device 'seed=1'; expected a profile that 'qmlbench list devices' shows; a name with a comma stands in quotes")]
    [InlineData("'drift:ibm_manila:days=7', { device: ibm_manila, drift: { days: 7 } }", "17:49: drift:ibm_manila_2024-05-27:days=7,seed=0 stands twice; expected devices that differ")]
    [InlineData("{ device: ibm_manila, drift: 7 }", "17:51: 'drift' of a device is '7'; expected a mapping of keys to values")]
    [InlineData("{ device: ibm_manila, drift: { seed: 1 } }", "17:51: 'drift' of a device has no 'days'; expected the key 'days'")]
    [InlineData("{ device: ibm_manila, drift: { days: 7 d } }", "17:59: 'days' of 'drift' of a device is '7 d'; expected a number without unit")]
    [InlineData("{ device: ibm_manila, drift: { days: 3651 } }", "17:59: 'days' of 'drift' of a device is 3651; expected a number from 0 to 3650")]
    [InlineData("{ device: ibm_manila, drift: { days: 7, seed: -1 } }", "17:68: 'seed' of 'drift' of a device is '-1'; expected a whole number of at least 0")]
    [InlineData("{ device: ibm_manila, drift: { days: 7, sed: 1 } }", "17:62: unknown key 'sed' in 'drift' of a device; expected one of days, seed; did you mean 'seed'?")]
    [InlineData("{ drift: { days: 7 } }", "17:22: a device has no 'device'; expected the key 'device'")]
    public void What_is_wrong_with_a_drifted_device_is_told_with_its_place(string written, string expected) =>
        Assert.Contains($"sample.yaml:{expected}", SampleSuite.Problems(SampleSuite.With(Devices, $"evaluate_on: [ideal, {written}]")));
}
