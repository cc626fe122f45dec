using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Coa;

/// <summary>Centraal Orgaan opvang asielzoekers: tells which person is assigned to which gemeente, and what it knows of him.</summary>
/// <remarks>
/// COA publishes no contract. The event types and every spelling in this folder are ours (ASM); which facts exist, and which groups of fields
/// a klantprofiel has, is documented (S4, W-8, W-9, W-4). docs/coa.md says per field which it is.
/// </remarks>
public sealed class CoaPartner : IPartner
{
    /// <inheritdoc />
    public string Key => "coa";

    /// <inheritdoc />
    public void AddPorts(IPartnerPorts ports) => ports
        .Delivers<CoaKoppelingReader>("koppeling", "is aan de gemeente gekoppeld")
        .Delivers<CoaKoppelingGewijzigdReader>("koppeling-gewijzigd", "de gegevens bij de koppeling zijn gewijzigd")
        .Delivers<CoaKoppelingVervallenReader>("koppeling-vervallen", "is niet meer aan de gemeente gekoppeld")
        .Delivers<CoaKlantprofielReader>("klantprofiel-beschikbaar", "COA heeft een klantprofiel")
        .Delivers<CoaKlantprofielReader>("klantprofiel-gewijzigd", "het klantprofiel is gewijzigd")
        .Delivers<CoaOverdrachtReader>("overdracht-gepland", "de warme overdracht is gepland, gehouden of afgezegd")
        .Delivers<CoaUitstroomReader>("uitstroom", "heeft de opvang van COA verlaten");
}
