using Inburgering.Gateway.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Inburgering.Gateway.Storage.Mapping;

internal sealed class OntzorgbesluitMapping : IEntityTypeConfiguration<OntzorgbesluitRow>
{
    public void Configure(EntityTypeBuilder<OntzorgbesluitRow> builder)
    {
        builder.ToTable("ontzorgbesluit", "betalen");
        builder.HasKey(b => new { b.Gemeentecode, b.BesluitId }).HasName("pk_ontzorgbesluit");
        builder.Property(b => b.Gemeentecode).HasMaxLength(4);
        builder.HasIndex(b => new { b.Gemeentecode, b.DossierId, b.InhoudHash }).IsUnique().HasFilter("actueel").HasDatabaseName("ux_ontzorgbesluit_inhoud");
        builder.HasOne<DossierRow>().WithMany().HasForeignKey(b => new { b.Gemeentecode, b.DossierId })
            .HasConstraintName("fk_ontzorgbesluit_dossier").OnDelete(DeleteBehavior.Restrict);
    }
}
