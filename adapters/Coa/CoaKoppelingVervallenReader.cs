using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Coa;

/// <summary>KOPPELING_VERVALLEN: the person, and who is named with him, is not this gemeente's any more.</summary>
/// <remarks>ASM. COA tells the gemeente that loses the person; the one that gets him has a koppeling of its own.</remarks>
internal sealed class CoaKoppelingVervallenReader : IBerichtReader
{
    /// <inheritdoc />
    public Partnerbericht Read(JsonFields data)
    {
        var vervallen = new Koppeling
        {
            Geldig = false,
            Datum = data.Optional("vervallenOp")?.Date(),
            Reden = data.Optional("reden")?.OneOf("andere-gemeente", "vertrek", "overleden", "vergissing", "overig"),
        };
        var hoofd = Persoonsaanduiding.ReadVNummerEerst(data);
        var leden = CoaVelden.Gezinsleden(data);
        CoaVelden.ElkEenKeer(data, hoofd, leden);
        return new Partnerbericht
        {
            Gemeentecode = CoaVelden.Gemeentecode(data),
            Personen = [new Persoonsbericht(hoofd, [vervallen]), .. leden.Select(lid => new Persoonsbericht(lid.Persoon, [vervallen]))],
        };
    }
}
