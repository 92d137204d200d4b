using System.Numerics;

namespace QmlBench.Devices.Yaml;

/// <summary>Complex numbers as texts: <c>0.5</c>, <c>-0.5i</c>, <c>0.5+0.5i</c>.</summary>
internal static class ComplexText
{
    /// <summary>Reads a complex number; the imaginary unit stands behind its number, <c>1i</c>.</summary>
    public static bool TryParse(string text, out Complex value)
    {
        value = default;
        if (!text.EndsWith('i'))
            return TryReal(text, out double only) && Make(only, 0, out value);
        string body = text[..^1];
        int split = SignInside(body);
        string real = split < 0 ? "0" : body[..split], imaginary = split < 0 ? body : body[split..];
        return TryReal(real, out double x) && TryReal(imaginary, out double y) && Make(x, y, out value);
    }

    /// <summary>Writes a complex number with the fewest digits that read back to the same bits.</summary>
    public static string Format(Complex value)
    {
        if (value.Imaginary == 0)
            return Quantity.Format(value.Real);
        string imaginary = Quantity.Format(value.Imaginary) + "i";
        if (value.Real == 0)
            return imaginary;
        return Quantity.Format(value.Real) + (value.Imaginary < 0 ? "" : "+") + imaginary;
    }

    // The last sign that is neither the first character nor that of an exponent parts real from imaginary.
    private static int SignInside(string body)
    {
        for (int i = body.Length - 1; i > 0; i--)
        {
            if (body[i] is '+' or '-' && body[i - 1] is not ('e' or 'E'))
                return i;
        }
        return -1;
    }

    private static bool TryReal(string text, out double value) => Quantity.ReadNumber(text, out value) == Quantity.Fault.None;

    private static bool Make(double real, double imaginary, out Complex value)
    {
        value = new(real, imaginary);
        return true;
    }
}
