using QmlBench.Devices;

namespace QmlBench.Tests.Devices.References;

public sealed class MadeReferenceTests
{
    private static readonly DeviceLibrary Library = ShippedDevices.Library;

    [Theory]
    [InlineData("template:grid", "template:grid:rows=3,columns=3")]
    [InlineData("template:grid:columns=4,rows=2,t1=150000ns", "template:grid:rows=2,columns=4")]
    [InlineData("template:line:t1=0.1ms", "template:line:qubits=5,t1=100us")]
    [InlineData("drift:ibm_manila:days=7", "drift:ibm_manila_2024-05-27:days=7,seed=0")]
    [InlineData("drift:ibm_manila@2021-07-26:seed=4,days=0.50", "drift:ibm_manila_2021-07-26:days=0.5,seed=4")]
    [InlineData("drift:template:ring:qubits=4:days=1", "drift:template:ring:qubits=4:days=1,seed=0")]
    [InlineData("ibm_manila", "ibm_manila_2024-05-27")]
    [InlineData("ideal", "ideal")]
    public void A_reference_has_one_full_name(string reference, string canonical)
    {
        Assert.True(Library.Knows(reference));
        Assert.Null(Library.Complaint(reference));
        Assert.Equal(canonical, Library.Canonical(reference));
        Assert.Equal(canonical, Library.Canonical(canonical));
        Assert.Equal(Library.Load(canonical, 2), Library.Load(reference, 2));
    }

    [Theory]
    [InlineData("template:gird", "template:gird: there is no template 'gird'; expected one of line, ring, grid, heavy-hex, all-to-all; did you mean 'grid'?")]
    [InlineData("template:grid:rows=0", "template:grid:rows=0: rows is a whole number from 1 to 32, not '0'.")]
    [InlineData("template:grid:rows=1.5", "template:grid:rows=1.5: rows is a whole number from 1 to 32, not '1.5'.")]
    [InlineData("template:line:t1=30", "template:line:t1=30: t1 is a time from 1ns to 1000000s with its unit, such as 150us, not '30'.")]
    [InlineData("template:line:t1=30GHz", "template:line:t1=30GHz: t1 is a time from 1ns to 1000000s, not '30GHz'.")]
    [InlineData("template:line:two_qubit_error=nan", "template:line:two_qubit_error=nan: two_qubit_error is a number from 0 to 0.75, not 'nan'.")]
    [InlineData("template:line:gate=cxx", "template:line:gate=cxx: gate is one of cz, cx, ecr, not 'cxx'; did you mean 'cx'?")]
    [InlineData("template:line:t1=20us", "template:line:t1=20us: t2=100us: t2 is at most twice t1, here 40us; choose a smaller t2 or a longer t1.")]
    [InlineData("template:line:qubits", "template:line:qubits: there is no template 'line:qubits'; expected one of line, ring, grid, heavy-hex, all-to-all.")]
    [InlineData("template:line:qubits=3,5", "template:line:qubits=3,5: '5' is no parameter; write name=value, several joined by commas.")]
    [InlineData("template:line:qubits=3,qubits=5", "template:line:qubits=3,qubits=5: 'qubits' is given twice; give each parameter once.")]
    [InlineData("drift:ibm_manila", "drift:ibm_manila: drift needs days, such as days=7.")]
    [InlineData("drift:ibm_manila:days=-1", "drift:ibm_manila:days=-1: days=-1: days is a number from 0 to 3650.")]
    [InlineData("drift:ibm_manila:days=7,seed=x", "drift:ibm_manila:days=7,seed=x: seed=x: seed is a whole number of at least 0.")]
    [InlineData("drift:ibm_manila:days=7,sed=1", "drift:ibm_manila:days=7,sed=1: drift has no parameter 'sed'; it takes days and seed; did you mean 'seed'?")]
    [InlineData("drift:ibm_manilla:days=7", "drift:ibm_manilla:days=7: there is no device 'ibm_manilla'; did you mean 'ibm_manila'?")]
    [InlineData("drift:ideal:days=7", "drift:ideal:days=7: the ideal device has no figures that could drift; name a profile or a template.")]
    [InlineData("drift:template:gird:days=7", "drift:template:gird:days=7: template:gird: there is no template 'gird'; expected one of line, ring, grid, heavy-hex, all-to-all; did you mean 'grid'?")]
    public void A_wrong_reference_says_what_is_right(string reference, string complaint)
    {
        Assert.Equal(complaint, Library.Complaint(reference));
        Assert.False(Library.Knows(reference));
        Assert.StartsWith(complaint, Assert.Throws<ArgumentException>(() => Library.Load(reference, 1)).Message, StringComparison.Ordinal);
    }
}
