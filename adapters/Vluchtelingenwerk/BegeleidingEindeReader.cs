using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Vluchtelingenwerk;

/// <summary>BEGELEIDING-EINDE: since when the begeleiding is over, and to whom the person was handed over. The assignment is the gemeente's to end.</summary>
/// <remarks>That it ends with handing over to local welfare: DOC (S1). The words: ASM.</remarks>
internal sealed class BegeleidingEindeReader : IBerichtReader
{
    /// <inheritdoc />
    public Partnerbericht Read(JsonFields data) => Partnerbericht.Strikt(data, ["einddatum", "overgedragenAan", "datumOverdracht"], velden =>
    {
        if (velden.Optional("datumOverdracht") is not null && velden.Optional("overgedragenAan") is null)
        {
            velden.Fault("overgedragenAan", "Ontbreekt, maar er is wel een datum van de overdracht.");
        }

        return
        [
            new Begeleidingseinde
            {
                Einddatum = velden.Required("einddatum").Date(),
                OvergedragenAan = velden.Optional("overgedragenAan")?.OneOf("sociaal-wijkteam", "welzijnswerk", "maatschappelijk-werk", "anders"),
                DatumOverdracht = velden.Optional("datumOverdracht")?.Date(),
            },
        ];
    });
}
