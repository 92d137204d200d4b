namespace QmlBench.Devices.Calibration;

/// <summary>Whose calibration files an importer reads.</summary>
public enum CalibrationFormat
{
    /// <summary>QmlBench's normal form, schema <c>qmlbench.calibration/1</c>; written <c>qmlbench</c>.</summary>
    QmlBench,

    /// <summary>IBM's backend configuration and backend properties, two files; written <c>ibm</c>.</summary>
    Ibm,

    /// <summary>Google's calibration metrics, with the device specification; written <c>google</c>.</summary>
    Google,

    /// <summary>A characterization as IonQ's public interface gives it; written <c>ionq</c>.</summary>
    Ionq,

    /// <summary>Amazon Braket's standardized gate-model properties; written <c>braket</c>.</summary>
    Braket,
}
