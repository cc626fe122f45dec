namespace Inburgering.Gateway.Partners;

/// <summary>First day of Pasen: what holidays and bank days are counted from.</summary>
public static class Paasdag
{
    /// <summary>The Sunday, by the anonymous Gregorian calculation (Meeus, Jones, Butcher).</summary>
    public static DateOnly Van(int jaar)
    {
        var (eeuw, rest) = (jaar / 100, jaar % 100);
        var gulden = jaar % 19;
        var zonnevergelijking = (eeuw - ((eeuw + 8) / 25) + 1) / 3;
        var epacta = ((19 * gulden) + eeuw - (eeuw / 4) - zonnevergelijking + 15) % 30;
        var totZondag = (32 + (2 * (eeuw % 4)) + (2 * (rest / 4)) - epacta - (rest % 4)) % 7;
        var correctie = (gulden + (11 * epacta) + (22 * totZondag)) / 451;
        var plaats = epacta + totZondag - (7 * correctie) + 114;
        return new DateOnly(jaar, plaats / 31, (plaats % 31) + 1);
    }
}
