using System.Globalization;
using System.Security.Cryptography;
using Inburgering.Gateway.Adapters.Bank.Keuring;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Partners.Betalen;

namespace Inburgering.Gateway.Adapters.Bank;

/// <summary>pain.001.001.09, or .03 when the bank still asks for it. What is rendered is read again and held against the schema and against the rules of payments 2 before anybody gets it.</summary>
internal sealed class BetaalbestandSchrijver : IBestandschrijver<Betaalbestand>
{
    /// <inheritdoc />
    public Bestanduitkomst Schrijf(Betaalbestand bestand)
    {
        BerichtFout[] onleesbaar = [.. Teksten(bestand)];
        if (onleesbaar.Length > 0)
        {
            return new Bestanduitkomst.Afgekeurd(onleesbaar);
        }

        var inhoud = PainXml.Schrijf(bestand);
        var fouten = Bestandkeuring.Keur(inhoud, bestand.Profiel, DateOnly.FromDateTime(bestand.Gemaakt.DateTime));
        return fouten.Count > 0 ? new Bestanduitkomst.Afgekeurd(fouten) : new Bestanduitkomst.Geschreven(inhoud, Convert.ToHexStringLower(SHA256.HashData(inhoud)));
    }

    /// <summary>What would be lost or cut off on the way into the file: only the record still has it.</summary>
    private static IEnumerable<BerichtFout> Teksten(Betaalbestand bestand) => bestand.Opdrachtgever.Fouten("/opdrachtgever")
        .Concat(bestand.Opdrachten.SelectMany((opdracht, i) => Teksten(opdracht, string.Create(CultureInfo.InvariantCulture, $"/opdrachten/{i}"))));

    private static IEnumerable<BerichtFout> Teksten(Betaalopdracht opdracht, string plaats) =>
        opdracht.Naam.Fouten($"{plaats}/naam").Concat(opdracht.Omschrijving is Omschrijving.Vrij(var tekst) ? tekst.Fouten($"{plaats}/omschrijving") : []);
}
