using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Coa;

/// <summary>KOPPELING: the person is assigned to this gemeente, often still without a BSN, alone or with family.</summary>
/// <remarks>That it happens, while the person is still in the azc: DOC (S4). Fields and spelling: ASM.</remarks>
internal sealed class CoaKoppelingReader : IBerichtReader
{
    /// <inheritdoc />
    public Partnerbericht Read(JsonFields data) => CoaKoppeling.Read(data) with { OpentDossier = true };
}

/// <summary>KOPPELING_GEWIJZIGD: the same message once more, whole; what it holds takes the place of what it replaces.</summary>
/// <remarks>ASM. It opens no dossier: without the koppeling itself the gemeente has nothing to do with the person.</remarks>
internal sealed class CoaKoppelingGewijzigdReader : IBerichtReader
{
    /// <inheritdoc />
    public Partnerbericht Read(JsonFields data) => CoaKoppeling.Read(data);
}

/// <summary>What both hold.</summary>
internal static class CoaKoppeling
{
    public static Partnerbericht Read(JsonFields data)
    {
        var koppeling = new Koppeling { Geldig = true, Datum = data.Optional("koppelingsdatum")?.Date() };
        var hoofd = Persoonsaanduiding.ReadVNummerEerst(data);
        var leden = CoaVelden.Gezinsleden(data);
        CoaVelden.ElkEenKeer(data, hoofd, leden);
        return new Partnerbericht
        {
            Gemeentecode = CoaVelden.Gemeentecode(data),
            Personen =
            [
                new Persoonsbericht(hoofd, [koppeling, .. CoaVelden.Personalia(data), .. CoaVelden.Contact(data), .. Gezin(leden.Count, [.. leden.Select(lid => lid.Lid)])]),
                .. leden.Select(lid => new Persoonsbericht(lid.Persoon, [koppeling, .. lid.Personalia, .. Gezin(leden.Count, [])])),
            ],
        };
    }

    /// <summary>Nobody came along: then the message says nothing of a household.</summary>
    private static IReadOnlyList<object> Gezin(int anderen, IReadOnlyList<Gezinslid> leden) => anderen == 0 ? [] : [new Gezin(anderen + 1, leden)];
}
