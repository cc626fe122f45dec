using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo;

/// <summary>Schema Gemeente, with the PIP inside it, of DUO's PIP API 1.2.0.</summary>
internal static class DuoPip
{
    private static readonly Dictionary<string, Leerroute> Leerroutes = new()
    {
        ["B"] = Leerroute.B1Route,
        ["O"] = Leerroute.Onderwijsroute,
        ["Z"] = Leerroute.ZRoute,
    };

    private static readonly Dictionary<string, Taalniveau> Niveaus = new() { ["A2"] = Taalniveau.A2, ["B1"] = Taalniveau.B1 };

    public static PartnerReply<Pip> ToCanonical(ReadOnlyMemory<byte> body) => PartnerBody.Read(body, gemeente =>
    {
        var pip = gemeente.Required("pip").Object();
        return new Pip
        {
            Gemeentecode = gemeente.Required("gemeentecode").Text(IsGemeentecode, "Is geen gemeentecode van vier cijfers."),
            Dagtekening = pip.Required("dagtekeningPip").Date(),
            Leerroute = pip.Required("leerroute").Choice(Leerroutes),
            Niveau = pip.Optional("niveau")?.Choice(Niveaus),
            GeschatteIntensiteitB1Route = (int?)pip.Optional("geschatteIntensiteitB1Route")?.Integer(1, 9999),
            IndicatorMagOpleidingAfmaken = pip.Optional("indicatorMagOpleidingAfmaken")?.Flag(),
            IndicatorAlfabetiseringsonderwijs = pip.Optional("indicatorAlfabetiseringsonderwijs")?.OneOf("A", "AA", "NVT"),
        };
    });

    /// <summary>DUO's letter of a route.</summary>
    public static string Letter(Leerroute leerroute) => Leerroutes.Single(route => route.Value == leerroute).Key;

    public static bool IsGemeentecode(string text) => text.Length == 4 && text.All(char.IsAsciiDigit);
}
